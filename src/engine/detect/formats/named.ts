/**
 * Formats that many values share: `provider|kind|names|shape|weight`, and an id where it is not provider and kind joined.
 * One of the names has to stand near, as a word of the literal's name, of the path to it or of the text before it; `_` in
 * a name is any joint of words.
 * A shape is written in the notation of namedFormat.ts. From published facts; none that nobody could confirm.
 */
export const NAMED_ROWS = `
8x8|api key|8x8 wavecell|w43|high
Airtable|legacy api key|airtable|'key' w14|medium
Airtable|oauth access token|airtable|w1-100 '.v1.' u1-200 '.' h1-200|high
Algolia|admin api key|algolia docsearch|h32|high
Alibaba|access key secret|alibaba aliyun|w30|critical
Alibaba|STS security token|alibaba aliyun|'CAIS' b20-1200 '='0-2|high
Amplitude|secret key|amplitude|h32|medium
Asana|personal access token|asana|d1-40 '/' d16-40 ':' w32-64 or d1-40 '/' d16-40 '/' d16-40 ':' w32-64|high
Asana|oauth client secret|asana|l32|high
AssemblyAI|api key|assemblyai|h32|medium
Atlassian|Data Center access token|atlassian jira confluence|b44 ?numbered|high|atlassian-datacenter-personal-access-token
Atlassian|legacy api token|atlassian jira confluence|w24|high|atlassian-api-token-legacy
Auth0|client secret|auth0|u64-128|high
AWS|secret access key|aws amazon secretaccesskey secret_access_key x_amz|b40 ?not-hex|critical
AWS|session token|aws amazon sessiontoken session_token x_amz|b100-2000 '='0-2|high
Azure|legacy client secret|azure entra login.microsoftonline.com dynamics dataverse|t34 ?not-hex|critical|azure-ad-client-secret-legacy
Azure|Cognitive Services key|ocp_apim cognitiveservices cognitive_services openai.azure.com speech_key|h32|high|azure-cognitive-services-key-legacy
Azure|API Management subscription key|ocp_apim azure_api.net apim|w32|high|azure-api-management-subscription-key-legacy
Azure|Cosmos DB account key|cosmos cosmosdb documents.azure.com accountendpoint|b86 '=='|critical|azure-cosmos-db-key-legacy
Azure|storage account key|accountkey account_key core.windows.net azure|b86 '=='|critical|azure-storage-account-key-legacy
Azure|shared access key|servicebus service_bus eventhub event_hub sharedaccesskey|b43 '='|critical|azure-messaging-key-legacy
Azure|function key|x_functions_key azurewebsites.net azurefunction azure_function|u20-56 '='0-2|high|azure-functions-key-legacy
Azure DevOps|access token|azuredevops azure_devops azdo vsts dev.azure.com visualstudio.com system_accesstoken|s52|critical|azure-devops-pat-legacy
Beamer|api key|beamer|'b_' b44|medium
Bitbucket|oauth client secret|bitbucket|u64 or u44 or u32|high
Bitly|access token|bitly bit.ly|h40|medium
Box|client secret|box boxclient|w32|high
Braintree|private key|braintree|h32|critical
Buildkite|legacy api token|buildkite|l40|high|buildkite-api-token-legacy
Checkout.com|secret key|checkout checkoutcom|'sk_' uuid or 'sk_test_' uuid|critical
CircleCI|legacy token|circleci circle_token|h40|high|circleci-token-legacy
Cisco Meraki|api key|meraki|h40|critical
Cisco Webex|client secret|webex|h64|high
Cloudflare|legacy global api key|cloudflare x_auth_key cf_api|h37-45|critical|cloudflare-global-api-key-legacy
Cloudflare|legacy api token|cloudflare cf_api|u40|high|cloudflare-api-token-legacy
Cloudinary|api secret|cloudinary|u27|high
Cloudsmith|legacy api key|cloudsmith|h40|high|cloudsmith-api-key-legacy
Codecov|upload token|codecov|uuid or l32|medium
Cohere|api key|cohere co_api_key|w40|medium
Confluent|api secret|confluent ccloud kafka|b64|critical
Contentful|delivery token|contentful|u43|low
Coveralls|api token|coveralls|p37|medium
Cursor|api key|cursor|'key_' h64|medium
data.gov|api key|data.gov datagov|w40|low|datagov-api-key
Datadog|api key|datadog datadoghq dd_api|h32|high
Datadog|application key|datadog datadoghq dd_app dd_application|h40|critical
Deepgram|api key|deepgram|h40|medium
DeepSeek|api key|deepseek|'sk-' h32-64|medium
Discord|client secret|discord|u32|high
Disqus|api key|disqus|w64|low
Docker Hub|legacy access token|docker dockerhub|uuid|high|docker-hub-access-token-legacy
Drone|CI token|drone droneci|w32|medium
Dropbox|long-lived token|dropbox|w10-12 'AAAAAAAAAA' u40-46|high
Dropbox|app secret|dropbox|l15|high
Duo|secret key|duo duosecurity|w40|critical
Elasticsearch|api key|elastic elasticsearch|b58 '==' ?pair|high
ElevenLabs|legacy api key|elevenlabs xi_api_key|h32|medium|elevenlabs-api-key-legacy
Facebook|app secret|facebook fb|h32|high
Fastly|api token|fastly|u32|high
Figma|legacy access token|figma|d4-6 '-' uuid|medium|figma-personal-access-token-legacy
Finicity|api key|finicity|h32|critical
Finnhub|api key|finnhub|l20|low
Flickr|api key|flickr|h32|low
Freshdesk|api key|freshdesk|w20|high
Freshworks|CRM api key|freshworks myfreshworks|u22|high
Genesys Cloud|access token|genesys genesyscloud purecloud mypurecloud|u86|high
Genesys Cloud|oauth client secret|genesys genesyscloud purecloud mypurecloud|u43|critical
Gitea|access token|gitea gogs|h40|high
GitHub|legacy token|github gh_token|h40|critical|github-token-legacy
Gitter|access token|gitter|q40|low
GoCardless|live access token|gocardless|'live_' u40-42|critical
Google|legacy oauth client secret|google googleusercontent.com|u24|high|google-oauth-client-secret-legacy
Google reCAPTCHA|secret key|recaptcha|'6L' u38|medium
Gumroad|access token|gumroad|h64 or u43|medium
HashiCorp|legacy Vault token|vault x_vault_token|'s.' w24 or 'b.' w24 or 'r.' w24|high|hashicorp-vault-token-legacy
HashiCorp|Vault unseal key|unseal|b43-44 '='0-1|critical
HERE|api key|hereapi here.com|u43|medium
Heroku|legacy api key|heroku|uuid|critical|heroku-api-key-legacy
Honeycomb|api key|honeycomb|h32 or w22|medium
HubSpot|legacy api key|hubspot hapikey hubapi|uuid|high|hubspot-api-key-legacy
IBM Cloud|api key|ibm ibmcloud bluemix watson|u42-44|critical
IBM|COS hmac secret|cos_hmac ibm_cos|h48|critical
IBM|Cloudant password|cloudant|h64 or a24|critical
IBM|SoftLayer api key|softlayer|l64|critical
InfluxDB|api token|influx influxdb|b86 '==' or u86 '=='|high
Jenkins|api token|jenkins|h32-36|critical
JumpCloud|api key|jumpcloud|w40|critical
Kagi|api key|kagi|u11 '.' u43|low
Kubernetes|bootstrap token|kubeadm kubernetes|l6 '.' l16|critical
KuCoin|api secret|kucoin|uuid|critical
Lark|app secret|lark feishu|w32|high
LINE|channel access token|linebot line_channel channel_access|b171-172 '='0-2|high|line-messaging-channel-token
Linear|oauth client secret|linear|h32|high
LinkedIn|client secret|linkedin linked_in|w16|medium
Linode|access token|linode|h64|critical
Lob|api key|lob|'live_' h35 or 'test_' h35|high
Logz.io|token|logz logzio|uuid|medium|logzio-token
Lokalise|api token|lokalise|l40|medium
Mailgun|first api key|mailgun|p72|high
Mailjet|api secret|mailjet mj_apikey|w32|high
Mandrill|api key|mandrill|u22|high
Mattermost|access token|mattermost|l26|high
MessageBird|access key|messagebird message_bird|w25|high
Mistral|api key|mistral mistralai|w32|medium
Mollie|live api key|mollie|'live_' w30|critical
MongoDB Atlas|private key|atlas mongodb|uuid|critical
Moonshot|api key|kimi moonshot|'sk-' u48|medium
MuleSoft|Anypoint client secret|anypoint mulesoft|g32|high
Netlify|legacy access token|netlify|u40-46|high|netlify-access-token-legacy
NetSuite|token secret|netsuite|w64|critical
New Relic|legacy license key|newrelic new_relic|h40|medium|newrelic-license-key-legacy
ngrok|auth token|ngrok|'2' w26 '_' d1 w20|medium
npm|legacy access token|npm _authtoken registry.npmjs.org|uuid|critical|npm-access-token-legacy
Okta|api token|okta ssws|'00' u40|critical
Ollama|api key|ollama|h32 '.' u24|low
OneLogin|client secret|onelogin|l64|critical
OneSignal|legacy api key|onesignal|uuid|medium|onesignal-api-key-legacy
OpenWeather|api key|openweather openweathermap owm|h32|low
Opsgenie|api key|opsgenie geniekey|uuid|high
OVHcloud|application secret|ovh ovhcloud|w32|critical
PagerDuty|user api key|pagerduty|'u+' p18|high
PagerDuty|REST api key|pagerduty|p20|high
PayPal|client secret|paypal|t44-80|critical
Pinecone|legacy api key|pinecone|uuid|medium|pinecone-api-key-legacy
Pipedrive|api token|pipedrive|w40|high
Plaid|secret|plaid|h30|critical
Plivo|auth token|plivo|u40|high
Postmark|server token|postmark x_postmark|uuid|high
RapidAPI|key|rapidapi|u50|medium
Razorpay|key secret|razorpay|w24|critical
Resend|api key|resend|'re_' w20-40|high
RingCentral|client secret|ringcentral|u22|high
Salesforce|consumer secret|salesforce sforce|x64 or d19|critical
Sanity|api token|sanity|'sk' w76-82|high
Scaleway|secret key|scaleway scw|uuid|critical
Sendbird|api token|sendbird|h40|high
Sentry|legacy auth token|sentry|h64|high|sentry-auth-token-legacy
SignalWire|api token|signalwire|w50|high
Sinch|api token|sinch|l32|high
Slack|signing secret|slack|h32|high
Snowflake|programmatic access token|snowflake sf_token|j100-500|critical
Snyk|api token|snyk|uuid|high
SonarQube|legacy token|sonar sonarqube sonarcloud|h40|high|sonarqube-token-legacy
SparkPost|api key|sparkpost|h40|high
Splunk|Observability token|splunk signalfx x_sf_token|w22|high
Spotify|client secret|spotify|h32|low
Squarespace|api key|squarespace|uuid|high
SSLMate|api key|sslmate|w36|medium
Stability AI|api key|stability stabilityai|'sk-' w48-64|medium
Sumo Logic|access key|sumo sumologic|w64|high
Telnyx|api key|telnyx|'KEY' u55|high
Together AI|legacy api key|togetherai together_ai|h64|medium|together-ai-api-key-legacy
Travis CI|token|travis travisci|u22|medium
Trello|api token|trello|h64|high
Twilio|auth token|twilio|h32|critical
Twilio|api key secret|twilio|w32|critical
Twitch|client secret|twitch|l30|medium
Vercel|legacy access token|vercel|w24|critical|vercel-access-token-legacy
Verint|Verba api key|verba verint|uuid|high
VirusTotal|api key|virustotal|h64|medium
Vonage|api secret|vonage nexmo|w16|high
Vultr|api key|vultr|c36|critical
Weatherstack|api key|weatherstack|h32|low
Webflow|api token|webflow|h64|medium
Weights & Biases|legacy api key|wandb|h40|medium|wandb-api-key-legacy
WireGuard|private key|wireguard presharedkey|b43 '='|critical
X (Twitter)|access token|twitter|d15-25 '-' w40|high|twitter-access-token
X (Twitter)|api secret|twitter|w50|high|twitter-api-secret
Yandex|api key|yandex|'AQVN' u35-38|high|yandex-cloud-api-key
Yandex|IAM token|yandex|'t1.' u1-1000 '.' u86|high|yandex-cloud-iam-token
Zendesk|api token|zendesk zd_token|w40|critical
Zoho|client secret|zoho|h42|critical
Zulip|api key|zulip zuliprc|w32|medium
`;
