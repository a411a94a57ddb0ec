import { BrowserWindow, dialog } from 'electron'
import type { OpenDialogOptions } from 'electron'
import type { CallInput } from '../../src/contract/index.ts'
import type { Translator } from '../../src/i18n/index.ts'

/** Endings offered as "Audio" in the dialog; what a file really is, is found out when it is opened. */
export const audioExtensions = [
  'flac',
  'wav',
  'mp3',
  'm4a',
  'mp4',
  'aac',
  'ogg',
  'oga',
  'opus',
  'webm',
  'weba',
] as const

type Choice = CallInput<'files.choose'>['kind']

/** What the system's dialog is asked to show. */
export function dialogOptions(kind: Choice, t: Translator['t']): OpenDialogOptions {
  if (kind === 'folder') return { title: t('host.chooseFolder'), properties: ['openDirectory', 'multiSelections'] }
  return {
    title: t('host.chooseFiles'),
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: t('host.audioFiles'), extensions: [...audioExtensions] },
      { name: t('host.allFiles'), extensions: ['*'] },
    ],
  }
}

/** Lets the person choose; answers absolute paths, empty when they changed their mind. */
export async function choosePaths(kind: Choice, t: Translator['t']): Promise<readonly string[]> {
  const options = dialogOptions(kind, t)
  const window = BrowserWindow.getFocusedWindow()
  const { canceled, filePaths } = await (window === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options))
  return canceled ? [] : filePaths
}
