# Values of the test organisation. This file should not be in version control.

crm_token           = "@@secret:bearer:7@@"
payments_secret_key = "@@secret:stripe:7@@"
