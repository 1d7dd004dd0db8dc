/**
 * Formats that many values share: `provider|kind|names|shape|weight`. No names: the provider's own. The weight by its letter.
 * One of the names has to stand near, as a word of the literal's name, of the path to it or of the text before it; `_` in
 * a name is any joint of words.
 * A shape is written in the notation of namedFormat.ts. From published facts; none that nobody could confirm.
 */
export const NAMED_ROWS = `
8x8|api key|8x8 wavecell|w43|h
Airtable|legacy api key||'key' w14|m
Airtable|oauth access token||w1-100 '.v1.' u1-200 '.' h1-200|h
Algolia|admin api key|algolia docsearch|h32|h
Alibaba Cloud|access key secret|alibaba aliyun|w30|c
Alibaba Cloud|STS security token|alibaba aliyun|'CAIS' b20-1200 '='0-2|h
Amplitude|secret key||h32|m
Asana|personal access token||d1-40 '/' d16-40 ':' w32-64 or d1-40 '/' d16-40 '/' d16-40 ':' w32-64|h
Asana|oauth client secret||l32|h
AssemblyAI|api key||h32|m
Atlassian|Data Center access token|atlassian jira confluence|b44 ?numbered|h
Atlassian|legacy api token|atlassian jira confluence|w24|h
Auth0|client secret||u64-128|h
AWS|secret access key|aws amazon secretaccesskey secret_access_key x_amz|b40 ?not-hex|c
AWS|session token|aws amazon sessiontoken session_token x_amz|b100-2000 '='0-2|h
Azure|legacy client secret|azure entra login.microsoftonline.com dynamics dataverse|t34 ?not-hex|c
Azure|legacy Cognitive Services key|ocp_apim cognitiveservices cognitive_services openai.azure.com speech_key|h32|h
Azure|API Management subscription key|ocp_apim azure_api.net apim|w32|h
Azure|Cosmos DB account key|cosmos cosmosdb documents.azure.com accountendpoint|b86 '=='|c
Azure|legacy storage account key|accountkey account_key core.windows.net azure|b86 '=='|c
Azure|shared access key|servicebus service_bus eventhub event_hub sharedaccesskey|b43 '='|c
Azure|function key|x_functions_key azurewebsites.net azurefunction azure_function|u20-56 '='0-2|h
Azure DevOps|access token|azuredevops azure_devops azdo vsts dev.azure.com visualstudio.com system_accesstoken|s52|c
Beamer|api key||'b_' b44|m
Bitbucket|oauth client secret||u64 or u44 or u32|h
Bitly|access token|bitly bit.ly|h40|m
Box|client secret|box boxclient|w32|h
Braintree|private key||h32|c
Buildkite|legacy api token||l40|h
Checkout.com|secret key|checkout checkoutcom|'sk_' uuid or 'sk_test_' uuid|c
CircleCI|legacy token|circleci circle_token|h40|h
Cisco Meraki|api key|meraki|h40|c
Cisco Webex|client secret|webex|h64|h
Cloudflare|legacy global api key|cloudflare x_auth_key cf_api|h37-45|c
Cloudflare|legacy api token|cloudflare cf_api|u40|h
Cloudinary|api secret||u27|h
Cloudsmith|legacy api key||h40|h
Codecov|upload token||uuid or l32|m
Cohere|api key|cohere co_api_key|w40|m
Confluent|api secret|confluent ccloud kafka|b64|c
Contentful|delivery token||u43|l
Coveralls|api token||p37|m
Cursor|api key||'key_' h64|m
data.gov|api key|data.gov datagov|w40|l
Datadog|api key|datadog datadoghq dd_api|h32|h
Datadog|application key|datadog datadoghq dd_app dd_application|h40|c
Deepgram|api key||h40|m
DeepSeek|api key||'sk-' h32-64|m
Discord|client secret||u32|h
Disqus|api key||w64|l
Docker Hub|legacy access token|docker dockerhub|uuid|h
Drone|CI token|drone droneci|w32|m
Dropbox|long-lived token||w10-12 'AAAAAAAAAA' u40-46|h
Dropbox|app secret||l15|h
Duo|secret key|duo duosecurity|w40|c
Elastic|Elasticsearch api key|elastic elasticsearch|b58 '==' ?pair|h
ElevenLabs|legacy api key|elevenlabs xi_api_key|h32|m
Facebook (Meta)|app secret|facebook fb|h32|h
Fastly|api token||u32|h
Figma|legacy access token||d4-6 '-' uuid|m
Finicity|api key||h32|c
Finnhub|api key||l20|l
Flickr|api key||h32|l
Freshdesk|api key||w20|h
Freshworks|CRM api key|freshworks myfreshworks|u22|h
Genesys Cloud|access token|genesys genesyscloud purecloud mypurecloud|u86|h
Genesys Cloud|oauth client secret|genesys genesyscloud purecloud mypurecloud|u43|c
Gitea|access token|gitea gogs|h40|h
GitHub|legacy token|github gh_token|h40|c
Gitter|access token||q40|l
GoCardless|live access token||'live_' u40-42|c
Google Cloud|legacy oauth client secret|google googleusercontent.com|u24|h
Google reCAPTCHA|secret key|recaptcha|'6L' u38|m
Gumroad|access token||h64 or u43|m
HashiCorp|legacy Vault token|vault x_vault_token|'s.' w24 or 'b.' w24 or 'r.' w24|h
HashiCorp|Vault unseal key|unseal|b43-44 '='0-1|c
HERE|api key|hereapi here.com|u43|m
Heroku|legacy api key||uuid|c
Honeycomb|api key||h32 or w22|m
HubSpot|legacy api key|hubspot hapikey hubapi|uuid|h
IBM Cloud|api key|ibm ibmcloud bluemix watson|u42-44|c
IBM Cloud|COS hmac secret|cos_hmac ibm_cos|h48|c
IBM Cloud|Cloudant password|cloudant|h64 or a24|c
IBM Cloud|SoftLayer api key|softlayer|l64|c
InfluxDB|api token|influx influxdb|b86 '==' or u86 '=='|h
Jenkins|api token||h32-36|c
JumpCloud|api key||w40|c
Kagi|api key||u11 '.' u43|l
Kubernetes|bootstrap token|kubeadm kubernetes|l6 '.' l16|c
KuCoin|api secret||uuid|c
Lark|app secret|lark feishu|w32|h
LINE|channel access token|linebot line_channel channel_access|b171-172 '='0-2|h
Linear|oauth client secret||h32|h
LinkedIn|client secret|linkedin linked_in|w16|m
Linode|access token||h64|c
Lob|api key||'live_' h35 or 'test_' h35|h
Logz.io|token|logz logzio|uuid|m
Lokalise|api token||l40|m
Mailgun|first api key||p72|h
Mailjet|api secret|mailjet mj_apikey|w32|h
Mandrill|api key||u22|h
Mattermost|access token||l26|h
MessageBird|access key|messagebird message_bird|w25|h
Mistral|api key|mistral mistralai|w32|m
Mollie|live api key||'live_' w30|c
MongoDB Atlas|private key|atlas mongodb|uuid|c
Moonshot|api key|kimi moonshot|'sk-' u48|m
MuleSoft|Anypoint client secret|anypoint mulesoft|g32|h
Netlify|legacy access token||u40-46|h
NetSuite|token secret||w64|c
New Relic|legacy license key|newrelic new_relic|h40|m
ngrok|auth token||'2' w26 '_' d1 w20|m
npm|legacy access token|npm _authtoken registry.npmjs.org|uuid|c
Okta|api token|okta ssws|'00' u40|c
Ollama|api key||h32 '.' u24|l
OneLogin|client secret||l64|c
OneSignal|legacy api key||uuid|m
OpenWeather|api key|openweather openweathermap owm|h32|l
Opsgenie|api key|opsgenie geniekey|uuid|h
OVHcloud|application secret|ovh ovhcloud|w32|c
PagerDuty|user api key||'u+' p18|h
PagerDuty|REST api key||p20|h
PayPal|client secret||t44-80|c
Pinecone|legacy api key||uuid|m
Pipedrive|api token||w40|h
Plaid|secret||h30|c
Plivo|auth token||u40|h
Postmark|server token|postmark x_postmark|uuid|h
RapidAPI|key||u50|m
Razorpay|key secret||w24|c
Resend|api key||'re_' w20-40|h
RingCentral|client secret||u22|h
Salesforce|consumer secret|salesforce sforce|x64 or d19|c
Sanity|api token||'sk' w76-82|h
Scaleway|secret key|scaleway scw|uuid|c
Sendbird|api token||h40|h
Sentry|legacy auth token||h64|h
SignalWire|api token||w50|h
Sinch|api token||l32|h
Slack|signing secret||h32|h
Snowflake|programmatic access token|snowflake sf_token|j100-500|c
Snyk|api token||uuid|h
SonarQube|legacy token|sonar sonarqube sonarcloud|h40|h
SparkPost|api key||h40|h
Splunk|Observability token|splunk signalfx x_sf_token|w22|h
Spotify|client secret||h32|l
Squarespace|api key||uuid|h
SSLMate|api key||w36|m
Stability AI|api key|stability stabilityai|'sk-' w48-64|m
Sumo Logic|access key|sumo sumologic|w64|h
Telnyx|api key||'KEY' u55|h
Together AI|legacy api key|togetherai together_ai|h64|m
Travis CI|token|travis travisci|u22|m
Trello|api token||h64|h
Twilio|auth token||h32|c
Twilio|api key secret||w32|c
Twitch|client secret||l30|m
Vercel|legacy access token||w24|c
Verint|Verba api key|verba verint|uuid|h
VirusTotal|api key||h64|m
Vonage|api secret|vonage nexmo|w16|h
Vultr|api key||c36|c
Weatherstack|api key||h32|l
Webflow|api token||h64|m
Weights & Biases|legacy api key|wandb|h40|m
WireGuard|private key|wireguard presharedkey|b43 '='|c
X (Twitter)|access token|twitter|d15-25 '-' w40|h
X (Twitter)|api secret|twitter|w50|h
Yandex|api key||'AQVN' u35-38|h
Yandex|IAM token||'t1.' u1-1000 '.' u86|h
Zendesk|api token|zendesk zd_token|w40|c
Zoho|client secret||h42|c
Zulip|api key|zulip zuliprc|w32|m
`;
