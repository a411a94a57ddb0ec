import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { build } from './build.ts'
import type { Group } from './group.ts'
import { groups } from './groups/index.ts'
import { isOver, loadNow, machineFacts, table, type Figure } from './report/index.ts'

const usage = `npm run bench -- [--only NAME]… [--json FILE] [--strict] [--quick] [--no-build]

  --only NAME   one group (may be given more than once): ${groups.map(({ name }) => name).join(', ')}
  --json FILE   writes the figures as [{id, what, value, unit, against, againstValue, ratio}]
  --strict      a missed limit makes the exit code 1
  --quick       a few runs of each: shows that the bench works, not how fast the app is
  --no-build    measures what lies in out/ already`

process.exitCode = await main()

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true },
      json: { type: 'string' },
      strict: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      'no-build': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    console.log(usage)
    return 0
  }
  const unknown = values.only?.find((name) => groups.every((group) => group.name !== name))
  if (unknown !== undefined) {
    console.error(`There is no group ${unknown}.\n${usage}`)
    return 2
  }
  const chosen = groups.filter(({ name }) => values.only?.includes(name) ?? true)
  for (const fact of machineFacts(new Date())) console.log(fact)
  if (!values['no-build']) await build()

  const figures: Figure[] = []
  let failed = 0
  for (const group of chosen) {
    console.log(`\n## ${group.name} (load average ${loadNow()})\n`)
    try {
      const found = await runGroup(group, values.quick)
      figures.push(...found)
      console.log(table(found))
    } catch (error) {
      failed += 1
      console.log(`could not run: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    }
  }
  if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(figures, null, 2)}\n`)
  const over = figures.filter(isOver)
  console.log(`\n${figures.length} figures, ${over.length} over their limit, ${failed} groups that could not run`)
  if (values.quick) console.log('Made with --quick: not to be quoted.')
  return failed > 0 || (values.strict && over.length > 0) ? 1 : 0
}

async function runGroup(group: Group, quick: boolean): Promise<readonly Figure[]> {
  const folder = await mkdtemp(path.join(tmpdir(), `melofy-bench-${group.name}-`))
  try {
    return await group.run({
      folder,
      runs: (wanted) => (quick ? Math.min(wanted, 3) : wanted),
      // Over itself in a terminal; nothing in a log.
      tell: (text) => {
        if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${text}\r`)
      },
    })
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
