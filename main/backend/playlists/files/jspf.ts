import { z } from 'zod'
import { type FilePart, emptyEntry, unreadable } from './parts.ts'
import { withElement } from './xspf.ts'

const scalar = z.union([z.string(), z.number()])
const jspfSchema = z.object({
  playlist: z.object({ title: z.unknown().optional(), track: z.array(z.unknown()).catch([]) }),
})
const trackSchema = z.record(z.string(), z.unknown())

/** Reads JSPF, XSPF's form in JSON. Throws `playlist-file-unreadable`. */
export function* readJspf(text: string): Generator<FilePart> {
  const { title, track } = parse(text)
  if (typeof title === 'string') yield { kind: 'title', title: title.trim() }
  for (const one of track) {
    const fields = trackSchema.safeParse(one).data ?? {}
    const entry = Object.entries(fields).reduce((known, [name, value]) => {
      // Some programs write a single location where the form wants a list.
      const values = (Array.isArray(value) ? value : [value]).flatMap((each) => scalar.safeParse(each).data ?? [])
      return values.reduce<typeof known>((before, each) => withElement(before, name, String(each).trim()), known)
    }, emptyEntry)
    yield { kind: 'entry', entry }
  }
}

function parse(text: string): z.infer<typeof jspfSchema>['playlist'] {
  try {
    return jspfSchema.parse(JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text)).playlist
  } catch {
    throw unreadable()
  }
}
