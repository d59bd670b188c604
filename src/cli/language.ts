/** The language of the terminal (`configuration.md`, language): that of `bills.yaml`, else of the system's locale. */
import type {Language} from '../model/language.ts'

/** The first that is set decides, as everywhere in POSIX; English for every locale but a Danish one. */
export function localeLanguage({LC_ALL, LC_MESSAGES, LANG}: Readonly<Record<string, string | undefined>>): Language {
  return (LC_ALL || LC_MESSAGES || LANG || '').toLowerCase().startsWith('da') ? 'da' : 'en'
}
