import { partsOfBinding } from '../../../src/commands/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { isMac } from './platform.ts'

const macNames = { Mod: 'key.ModMac', Alt: 'key.AltMac', Shift: 'key.ShiftMac' } as const
const names = {
  Space: 'key.Space',
  ArrowUp: 'key.ArrowUp',
  ArrowDown: 'key.ArrowDown',
  ArrowLeft: 'key.ArrowLeft',
  ArrowRight: 'key.ArrowRight',
  Mod: 'key.Mod',
  Alt: 'key.Alt',
  Shift: 'key.Shift',
  Enter: 'key.Enter',
  Home: 'key.Home',
  End: 'key.End',
  PageUp: 'key.PageUp',
  PageDown: 'key.PageDown',
  Insert: 'key.Insert',
  Backspace: 'key.Backspace',
  Delete: 'key.Delete',
  Escape: 'key.Escape',
  Return: 'key.Return',
  Menu: 'key.Menu',
} as const

type NamedKey = keyof typeof names

const isNamed = (key: string): key is NamedKey => key in names
const isMacNamed = (key: string): key is keyof typeof macNames => key in macNames

/** Turns `Mod+Shift+O` into the names on the caps, as this system writes them. */
export function useKeyNames(): (binding: string) => readonly string[] {
  const { t } = useTranslation()
  return (binding) =>
    partsOfBinding(binding).map((key) => {
      if (isMac && isMacNamed(key)) return t(macNames[key])
      return isNamed(key) ? t(names[key]) : key
    })
}
