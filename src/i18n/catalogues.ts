/** Languages with a complete catalogue, each under its own name. */
export const languages = [
  { tag: 'en', name: 'English' },
  { tag: 'de', name: 'Deutsch' },
  { tag: 'es', name: 'Español' },
] as const

export type Language = (typeof languages)[number]['tag']

/** The words of a language, fetched when they are asked for: nobody loads a language that they do not see. */
export async function catalogueOf(language: Language): Promise<object> {
  switch (language) {
    case 'en':
      return (await import('./en.json', { with: { type: 'json' } })).default
    case 'de':
      return (await import('./de.json', { with: { type: 'json' } })).default
    case 'es':
      return (await import('./es.json', { with: { type: 'json' } })).default
    default:
      return language satisfies never
  }
}
