/** Which language a command speaks: the flag's, then the settings', then Danish. */
import {expect, it} from 'vitest'
import {localeLanguage} from '../../src/cli/language.ts'

it.each([
  [{LANG: 'da_DK.UTF-8'}, 'da'],
  [{LANG: 'en_GB.UTF-8'}, 'en'],
  [{LANG: 'C'}, 'en'],
  [{}, 'en'],
  [{LANG: 'da_DK.UTF-8', LC_ALL: 'C'}, 'en'],
  [{LANG: 'C', LC_MESSAGES: 'da_DK'}, 'da'],
  [{LANG: 'da_DK', LC_MESSAGES: '', LC_ALL: ''}, 'da'],
])('%o is %s', (environment, language) => {
  expect(localeLanguage(environment)).toBe(language)
})
