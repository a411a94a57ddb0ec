import type { TFunction } from 'i18next'
import type { ImportJob } from '../../../src/imports/index.ts'

/** What an import is called, also before its source has told that. */
export function nameWords({ name }: Pick<ImportJob, 'name'>, t: TFunction): string {
  return name === '' ? t('imports.unnamed') : name
}
