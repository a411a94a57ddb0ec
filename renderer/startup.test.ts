import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

/** What a module imports at once when it is loaded: neither types nor what is imported later. */
const staticImport = /^(?:import|export)\s+(?!type\b)(?:[^'"]*?\sfrom\s+)?'([^']+)'/gm

/** Packages that a module needs, and all modules behind it. */
function packagesBehind(entry: string): Map<string, string> {
  const packages = new Map<string, string>()
  const seen = new Set([entry])
  for (const file of seen) {
    for (const [, specifier = ''] of readFileSync(file, 'utf8').matchAll(staticImport)) {
      if (!specifier.startsWith('.')) packages.set(specifier, path.relative(import.meta.dirname, file))
      else if (/\.tsx?$/.test(specifier)) seen.add(path.resolve(path.dirname(file), specifier))
    }
  }
  return packages
}

test('the page starts without the schema library', () => {
  const packages = packagesBehind(path.join(import.meta.dirname, 'main.tsx'))
  expect(packages.has('react-dom/client')).toBe(true)
  expect(packages.get('zod')).toBeUndefined()
})
