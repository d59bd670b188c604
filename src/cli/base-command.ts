/**
 * What every command shares (`commands.md`): `--config` and `--json`, the language of what it says, and how it ends
 * when something is wrong: one message on standard error, or one JSON document on standard output, and the exit code.
 */
import {Command, Errors, Flags} from '@oclif/core'
import {type LoadedConfig, loadConfig} from '../config/load.ts'
import type {Language, LocalizedText, Notice} from '../model/language.ts'
import type {CommandFormats, Rendering} from '../render/rendering.ts'
import {stylesFor, widthOf} from '../render/styles.ts'
import {errorDocument, errorText, withFlagMeant} from './error.ts'
import {exitCodeFor} from './exit-codes.ts'
import {localeLanguage} from './language.ts'

export abstract class BaseCommand extends Command {
  static override enableJsonFlag = true

  static override baseFlags = {
    config: Flags.string({
      summary: 'Settings of the municipality; bills.yaml of the working folder where not given.',
      helpValue: 'FILE',
      helpGroup: 'GLOBAL',
    }),
  }

  /** The locale's, until `bills.yaml` has been read and says otherwise. */
  protected language: Language = localeLanguage(process.env)

  /** Throws an InputError. */
  protected async loadConfig(file: string | undefined): Promise<LoadedConfig> {
    const loaded = await loadConfig(file, process.cwd())
    this.language = loaded.config.language ?? this.language
    return loaded
  }

  /** How standard output is written for a person. */
  protected rendering(): Rendering {
    return {
      language: this.language,
      width: widthOf(process.stdout),
      styles: stylesFor(process.stdout, process.env),
    }
  }

  /** On standard error, under `--json` too, which leaves standard output to the result. */
  protected notice(text: Notice): void {
    process.stderr.write(`${text[this.language]}\n`)
  }

  /** To standard output as it is; nothing under `--json`. */
  protected write(content: string | Uint8Array): void {
    if (!this.jsonEnabled()) process.stdout.write(content)
  }

  /** Prints the result for a person, and returns what `--json` prints in its place. */
  protected show<Result, Document>(formats: CommandFormats<Result, Document>, result: Result): Document {
    const rendering = this.rendering()
    this.log(formats.terminal(result, rendering))
    return formats.json(result, rendering)
  }

  /** Says what is wrong itself, so that it reads alike in this program and in one that has these commands as a plugin. */
  protected override async catch(thrown: unknown): Promise<void> {
    if (thrown instanceof Errors.ExitError) throw thrown
    const error = withFlagMeant(thrown, [...Object.keys({...this.ctor.baseFlags, ...this.ctor.flags}), 'json', 'help'])
    const exit = exitCodeFor(error)
    if (this.jsonEnabled()) {
      this.logJson(this.toErrorJson(error))
      process.exitCode = exit
      return
    }
    const label: LocalizedText = {da: 'Fejl', en: 'Error'}
    process.stderr.write(`${label[this.language]}: ${errorText(error, this.language)}\n`)
    if (process.env.DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`)
    // The mark is for a program with another copy of oclif, to which this is no error of its own.
    throw Object.assign(new Errors.ExitError(exit), {skipOclifErrorHandling: true})
  }

  protected override toErrorJson(error: unknown): unknown {
    return errorDocument(error, this.language)
  }
}
