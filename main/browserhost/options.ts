import path from 'node:path'
import { parseArgs } from 'node:util'

/** What the browser host was asked to do on its command line. */
export interface HostOptions {
  /** Null: the usual place. */
  readonly dataFolder: string | null
  /** 0: a free one. */
  readonly port: number
  /** Open the system's browser when ready. */
  readonly open: boolean
  /** Absolute paths of files and folders to play. */
  readonly paths: readonly string[]
}

/** What the command line asks for, or what is wrong with it: a key of `host.mistake` and what was given. */
export type Asked =
  | { readonly kind: 'run'; readonly options: HostOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'mistake'; readonly mistake: 'option' | 'value' | 'port'; readonly given: string }

/** Reads the command line (without program and script) and `MELOFY_PORT`. */
export function readOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  currentFolder: string,
): Asked {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    // Otherwise the parser throws, in words of its own.
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: {
      data: { type: 'string' },
      port: { type: 'string' },
      open: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const { name, rawName, value } = token
    if (name === 'data' || name === 'port') {
      if (value === undefined || (!token.inlineValue && value.startsWith('-')))
        return { kind: 'mistake', mistake: 'value', given: rawName }
    } else if ((name !== 'open' && name !== 'help') || value !== undefined) {
      return { kind: 'mistake', mistake: 'option', given: rawName }
    }
  }
  if (values.help === true) return { kind: 'help' }
  const portText = String(values.port ?? env['MELOFY_PORT'] ?? '0')
  const port = readPort(portText)
  if (port === null) return { kind: 'mistake', mistake: 'port', given: portText }
  const { data } = values
  const options = {
    dataFolder: typeof data === 'string' ? path.resolve(currentFolder, data) : null,
    port,
    open: values.open === true,
    paths: positionals.map((one) => path.resolve(currentFolder, one)),
  }
  return { kind: 'run', options }
}

function readPort(text: string): number | null {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  return port <= 65_535 ? port : null
}
