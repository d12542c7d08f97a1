import type { Locale } from "./locale.ts";

/** A step in words. */
export interface RenderedStep {
  readonly title: string;
  readonly detail: string;
}

/** Where and for whom a step is worded. */
export interface StepSetting {
  readonly locale: Locale;
  readonly zone: string;
  readonly zh: boolean;
}

/** Words a step from its facts and its instant. */
export type RenderStep<Facts> = (
  facts: Facts,
  at: number | null,
  setting: StepSetting,
) => RenderedStep;
