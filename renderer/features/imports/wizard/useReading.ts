import { useCallback, useEffect, useRef, useState } from 'react'
import { useServices } from '../../../state/index.ts'
import { readWritten, type ReadingState, type Written } from './reading.ts'
import { textOfFile } from './textOfFile.ts'

export interface Reading {
  readonly state: ReadingState
  readonly readFiles: (files: readonly File[]) => void
  readonly readText: (name: string, text: string) => void
  readonly reset: () => void
}

/** Finds out what is in files, without doing anything with it. The last ones win. */
export function useReading(): Reading {
  const { bridge } = useServices()
  const [state, setState] = useState<ReadingState>({ kind: 'none' })
  const control = useRef<AbortController | null>(null)
  useEffect(() => () => control.current?.abort(), [])

  const read = useCallback(
    (written: readonly Written[]) => {
      control.current?.abort()
      const mine = new AbortController()
      control.current = mine
      void readWritten(written, { bridge, signal: mine.signal, tell: setState })
    },
    [bridge],
  )
  const readFiles = useCallback(
    (files: readonly File[]) => read(files.map((file) => ({ fileName: file.name, text: () => textOfFile(file) }))),
    [read],
  )
  const readText = useCallback(
    (name: string, text: string) => read([{ fileName: name, text: async () => text }]),
    [read],
  )
  const reset = useCallback(() => {
    control.current?.abort()
    setState({ kind: 'none' })
  }, [])
  return { state, readFiles, readText, reset }
}
