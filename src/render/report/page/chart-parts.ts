/** What the charts have in common: their sizes, and colours and letters that the page's style gives. */
import type {EChartsCoreOption} from 'echarts/core'

export type Size = 'wide' | 'narrow'

/** Pixels; of the wide ones, what the page has room for. */
export const widthsOf: Readonly<Record<Size, number>> = {wide: 896, narrow: 334}

export type Drawing = {readonly option: EChartsCoreOption; readonly height: number}

const fontSize = 14
export const label = {color: 'currentColor', fontSize, fontFamily: 'inherit', textBorderWidth: 0}
export const axisLine = {lineStyle: {color: 'var(--quiet)'}}
export const splitLine = {lineStyle: {color: 'var(--line)'}}
export const percentAxis = {
  type: 'value',
  min: 0,
  max: 100,
  interval: 25,
  axisLabel: {...label, formatter: '{value} %'},
  splitLine,
} as const

/** What the library gives to what is drawn by hand: values of a row, and the place of a point. */
export type Coordinates = {readonly value: (column: number) => number; readonly coord: (point: number[]) => number[]}
