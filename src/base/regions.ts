/** A Genesys Cloud region and the only hosts of it that may ever receive a credential. */
export interface Region {
  /** The SDK's key, e.g. `eu_central_1`. */
  readonly key: string;
  /** The domain behind `login.`, `api.` and `apps.`. */
  readonly domain: string;
}

/** All regions of Genesys Cloud. Source: `PureCloudRegionHosts` of purecloud-platform-client-v2 262. */
export const REGIONS: readonly Region[] = [
  { key: 'us_east_1', domain: 'mypurecloud.com' },
  { key: 'us_east_2', domain: 'use2.us-gov-pure.cloud' },
  { key: 'us_west_2', domain: 'usw2.pure.cloud' },
  { key: 'ca_central_1', domain: 'cac1.pure.cloud' },
  { key: 'sa_east_1', domain: 'sae1.pure.cloud' },
  { key: 'mx_central_1', domain: 'mxc1.pure.cloud' },
  { key: 'eu_west_1', domain: 'mypurecloud.ie' },
  { key: 'eu_west_2', domain: 'euw2.pure.cloud' },
  { key: 'eu_central_1', domain: 'mypurecloud.de' },
  { key: 'eu_central_2', domain: 'euc2.pure.cloud' },
  { key: 'eusc_de_east_1', domain: 'edee1.eusc-pure.cloud' },
  { key: 'ap_south_1', domain: 'aps1.pure.cloud' },
  { key: 'ap_southeast_1', domain: 'apse1.pure.cloud' },
  { key: 'ap_southeast_2', domain: 'mypurecloud.com.au' },
  { key: 'ap_northeast_1', domain: 'mypurecloud.jp' },
  { key: 'ap_northeast_2', domain: 'apne2.pure.cloud' },
  { key: 'ap_northeast_3', domain: 'apne3.pure.cloud' },
  { key: 'me_central_1', domain: 'mec1.pure.cloud' },
];

/** The origins of a region's login and API hosts: what a transport may talk to. */
export function originsOf(region: Region): { readonly login: string; readonly api: string; readonly apps: string } {
  return {
    login: `https://login.${region.domain}`,
    api: `https://api.${region.domain}`,
    apps: `https://apps.${region.domain}`,
  };
}
