/** The words that the renderings of both checks share, in Danish and English (`commands.md`, validate-*). */
import type {Severity} from '../../checks/finding.ts'
import type {LocalizedText} from '../../model/language.ts'

export const severityNames: Readonly<Record<Severity, LocalizedText>> = {
  error: {da: 'Fejl', en: 'Error'},
  warning: {da: 'Advarsel', en: 'Warning'},
}
