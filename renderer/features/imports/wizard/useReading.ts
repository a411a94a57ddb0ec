import { useCallback, useEffect, useRef, useState } from 'react'
import type { Failure } from '../../../../src/contract/index.ts'
import type { ImportFile } from '../../../../src/imports/index.ts'
import { useServices } from '../../../state/index.ts'
import { textOfFile } from './textOfFile.ts'

/** A file, or what a person pasted, and what is in it. */
export interface ReadFile {
  readonly fileName: string
  readonly text: string
  readonly told: ImportFile
}

export type ReadingState =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'read'; readonly files: readonly ReadFile[] }
  /** Nothing can be brought over from it. */
  | { readonly kind: 'failed'; readonly name: string; readonly error: Failure }

export interface Reading {
  readonly state: ReadingState
  readonly readFiles: (files: readonly File[]) => void
  readonly readText: (name: string, text: string) => void
  readonly reset: () => void
}

interface Written {
  readonly fileName: string
  readonly text: () => Promise<string>
}

/** Finds out what is in files, without doing anything with it. The last ones win. */
export function useReading(): Reading {
  const { bridge } = useServices()
  const [state, setState] = useState<ReadingState>({ kind: 'none' })
  const control = useRef<AbortController | null>(null)
  useEffect(() => () => control.current?.abort(), [])

  const read = useCallback(
    async (written: readonly Written[]) => {
      control.current?.abort()
      const mine = new AbortController()
      control.current = mine
      const files: ReadFile[] = []
      for (const { fileName, text: textOf } of written) {
        setState({ kind: 'reading', name: fileName })
        const text = await textOf()
        const reply = await bridge.call('imports.read', { fileName, text }, { signal: mine.signal })
        if (mine.signal.aborted) return
        if (!reply.ok) {
          setState({ kind: 'failed', name: fileName, error: reply.error })
          return
        }
        files.push({ fileName, text, told: reply.value })
      }
      if (files.length > 0) setState({ kind: 'read', files })
    },
    [bridge],
  )
  const readFiles = useCallback(
    (files: readonly File[]) => void read(files.map((file) => ({ fileName: file.name, text: () => textOfFile(file) }))),
    [read],
  )
  const readText = useCallback(
    (name: string, text: string) => void read([{ fileName: name, text: async () => text }]),
    [read],
  )
  const reset = useCallback(() => {
    control.current?.abort()
    setState({ kind: 'none' })
  }, [])
  return { state, readFiles, readText, reset }
}
