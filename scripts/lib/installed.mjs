// @ts-check

/**
 * Whether an installation has what the lock file names: compares `package-lock.json` with the `.package-lock.json` that
 * npm leaves in node_modules, whoever ran it. Optional packages may be absent: they are for other systems.
 * @param {string} wanted text of `package-lock.json`
 * @param {string} present text of `node_modules/.package-lock.json`
 */
export function isInstalled(wanted, present) {
  const there = packagesOf(present)
  const names = Object.entries(packagesOf(wanted)).filter(([place]) => place !== '')
  return (
    names.length > 0 &&
    names.every(([place, { version, optional }]) => {
      const found = there[place]
      return found === undefined ? optional === true : found.version === version
    })
  )
}

/**
 * @param {string} json
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packagesOf(json) {
  try {
    return JSON.parse(json).packages ?? {}
  } catch {
    return {}
  }
}
