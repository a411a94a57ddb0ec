// @ts-check

/** @typedef {{ passed: number, failed: number }} Count */

/**
 * Counts a vitest run from its JSON report. A test file that broke before its first test counts as one failed test, and
 * so does a run that ended badly although its report shows nothing red (or has no report at all).
 * @param {string | null} json
 * @param {number} exitCode
 * @returns {Count}
 */
export function countRun(json, exitCode) {
  const files = testFiles(json)
  let passed = 0
  let failed = 0
  for (const file of files) {
    const outcomes = file.assertionResults.map(({ status }) => status)
    const failures = outcomes.filter((status) => status === 'failed').length
    passed += outcomes.filter((status) => status === 'passed').length
    failed += failures === 0 && file.status === 'failed' ? 1 : failures
  }
  return { passed, failed: failed === 0 && exitCode !== 0 ? 1 : failed }
}

/**
 * @param {string | null} json
 * @returns {{ status: string, assertionResults: { status: string }[] }[]}
 */
function testFiles(json) {
  try {
    return JSON.parse(json ?? '').testResults
  } catch {
    return []
  }
}
