/** What would make a node serve this app better, each with the line of its configuration that does it. */
export const adviceCodes = ['enable-pcm', 'enable-direct', 'leave-cluster', 'enable-sources', 'exempt-address'] as const

export type AdviceCode = (typeof adviceCodes)[number]

/** Lines of NodeLink's `config.js`, as a person would type them. */
export const adviceLines: Readonly<Record<AdviceCode, string>> = {
  'enable-pcm': 'enableLoadStreamEndpoint: true',
  'enable-direct': 'enableTrackStreamEndpoint: true',
  'leave-cluster': 'cluster: { enabled: false }',
  'enable-sources': 'sources: { … : { enabled: true } }',
  'exempt-address': "dosProtection: { ignore: { ips: ['…'] } }",
}
