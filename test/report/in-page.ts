/// <reference lib="dom" />
/** What the tests look at inside the browser. Each function is sent there as its text, so it stands on its own. */

export const overflow = (): number => document.documentElement.scrollWidth - window.innerWidth

export const openDetails = (): number => document.querySelectorAll('details[open]').length

export const ground = (): string => getComputedStyle(document.body).backgroundColor

/** The charts that are to be seen, by their titles, with how much is drawn in them. */
export const charts = (): {readonly title: string | null | undefined; readonly shapes: number}[] =>
  [...document.querySelectorAll('figure svg[role=img]')]
    .filter((svg) => svg.getBoundingClientRect().height > 100)
    .map((svg) => ({title: svg.querySelector('title')?.textContent, shapes: svg.querySelectorAll('path').length}))

/** The beginnings of the elements that reach beyond the right edge of the window. */
export const beyondTheEdge = (): string[] =>
  [...document.querySelectorAll('main *:not(svg *):not(thead *):not(thead)')]
    .filter((each) => each.getBoundingClientRect().right > window.innerWidth + 0.5)
    .map((each) => each.outerHTML.slice(0, 80))

/** Texts as they are shown: their size in pixels, and whether their chart cuts them off at a side. */
export function texts(): {readonly text: string; readonly pixels: number; readonly isCut: boolean}[] {
  return [...document.querySelectorAll('main *')]
    .filter((each) => each.getClientRects().length > 0)
    .filter((each) => [...each.childNodes].some(({nodeType, textContent}) => nodeType === 3 && textContent?.trim()))
    .map((each) => {
      const svg = each.closest('svg')
      const context = svg?.getBoundingClientRect()
      const box = each.getBoundingClientRect()
      const scale = svg && context ? context.width / svg.viewBox.baseVal.width : 1
      return {
        text: each.textContent ?? '',
        pixels: Number.parseFloat(getComputedStyle(each).fontSize) * scale,
        isCut: context !== undefined && (box.left < context.left - 1 || box.right > context.right + 1),
      }
    })
}

/** Contrast by WCAG 2 between two colours of the page's style, given by their names. */
export function contrastOf([color, other]: readonly [string, string]): number {
  const probe = document.body.appendChild(document.createElement('i'))
  const luminance = (name: string): number => {
    probe.style.color = `var(${name})`
    const parts = (getComputedStyle(probe).color.match(/[\d.]+/g) ?? []).map((part) => Number(part) / 255)
    const [red = 0, green = 0, blue = 0] = parts.map((part) =>
      part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [dark = 0, bright = 0] = [luminance(color), luminance(other)].toSorted((a, b) => a - b)
  probe.remove()
  return (bright + 0.05) / (dark + 0.05)
}
