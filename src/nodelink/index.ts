export { adviceCodes, adviceLines, nodeReportSchema } from './node.ts'
export type { AdviceCode, NodeReport } from './node.ts'
