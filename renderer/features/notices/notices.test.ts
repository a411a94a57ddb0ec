import { expect, test } from 'vitest'
import { createTranslator } from '../../../src/i18n/index.ts'
import { createNotices } from './notices.ts'

test('undo does what the newest notice offers, each once, and nothing that is no undoing', () => {
  const notices = createNotices(createTranslator().t, () => true)
  const done: string[] = []
  const tell = (title: string, undoes: boolean) =>
    notices.tell({ tone: 'good', title, action: { label: 'Act', run: () => done.push(title), undoes } })
  expect(notices.canUndo()).toBe(false)
  tell('first', true)
  tell('second', true)
  tell('third', false)
  notices.undo()
  expect(done).toEqual(['second'])
  notices.undo()
  notices.undo()
  expect(done).toEqual(['second', 'first'])
  expect(notices.canUndo()).toBe(false)
})
