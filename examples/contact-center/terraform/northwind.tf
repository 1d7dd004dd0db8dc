# CX as Code for the test organisation of Northwind Air.

terraform {
  required_providers {
    genesyscloud = {
      source  = "mypurecloud/genesyscloud"
      version = "~> 1.84"
    }
  }
}

provider "genesyscloud" {
  oauthclient_id     = "5d2f8c14-6a3b-4e97-8f10-b7c95e2d4a68"
  oauthclient_secret = "@@secret:genesysSecret@@"
  aws_region         = "eu-west-1"
  # oauthclient_secret = "@@secret:genesysSecret:7@@"
}

variable "payments_secret_key" {
  type      = string
  sensitive = true
}

resource "genesyscloud_integration_credential" "payments" {
  name                 = "Northwind Refunds"
  credential_type_name = "userDefined"
  fields = {
    secretKey = var.payments_secret_key
  }
}

resource "genesyscloud_integration_credential" "identity" {
  name                 = "Northwind Identity"
  credential_type_name = "userDefinedOAuth"
  fields = {
    loginUrl     = "https://identity.northwind-air.example/oauth/token"
    clientId     = "northwind-contact-center"
    clientSecret = "@@secret:clientSecret@@"
  }
}

resource "genesyscloud_integration" "payments" {
  integration_type = "custom-rest-actions"
  intended_state   = "ENABLED"
  config {
    name        = "Northwind Refunds"
    credentials = { basicAuth = genesyscloud_integration_credential.payments.id }
  }
}

resource "genesyscloud_integration" "identity" {
  integration_type = "custom-rest-actions"
  intended_state   = "ENABLED"
  config {
    name        = "Northwind Identity"
    credentials = { basicAuth = genesyscloud_integration_credential.identity.id }
  }
}

resource "genesyscloud_integration_action" "refund" {
  name           = "Refund Change Fee"
  category       = "Northwind Refunds"
  integration_id = genesyscloud_integration.payments.id
  contract_input = jsonencode({
    "type"     = "object"
    "required" = ["chargeId"]
    "properties" = {
      "chargeId" = { "type" = "string" }
    }
    "additionalProperties" = true
  })
  contract_output = jsonencode({
    "type" = "object"
    "properties" = {
      "refundId" = { "type" = "string" }
    }
    "additionalProperties" = true
  })
  config_request {
    request_url_template = "https://payments.northwind-air.example/v1/refunds"
    request_type         = "POST"
    request_template     = "charge=$esc.urlFormEncode($${input.chargeId})"
    headers = {
      Authorization = "Bearer $${credentials.secretKey}"
    }
  }
  config_response {
    translation_map  = { refundId = "$.id" }
    success_template = "{\"refundId\": $${refundId}}"
  }
}

resource "genesyscloud_integration_action" "tax" {
  name           = "Look Up Tax"
  category       = "Northwind Refunds"
  integration_id = genesyscloud_integration.payments.id
  contract_input = jsonencode({
    "type"       = "object"
    "properties" = { "country" = { "type" = "string" } }
  })
  contract_output = jsonencode({
    "type"       = "object"
    "properties" = { "rate" = { "type" = "number" } }
  })
  config_request {
    request_url_template = "https://tax.northwind-air.example/v1/rates/$esc.url($${input.country})"
    request_type         = "GET"
    headers = {
      X-API-Key = "@@secret:apiKey:7@@"
    }
  }
  config_response {
    success_template = "$${rawResult}"
  }
}

resource "genesyscloud_flow" "messaging" {
  filepath = "../flows/Northwind Messaging_v2-3.yaml"
  substitutions = {
    prefix          = "Northwind"
    division        = "Northwind Air"
    defaultLanguage = "en-us"
    crmCategory     = "Northwind CRM"
    crmToken        = var.crm_token
    defaultCustomer = "00000000"
  }
}

variable "crm_token" {
  type      = string
  sensitive = true
}
