import type { CheckPicture } from '../../../../graders/checks/drawn/picture.ts';
import type { Branch, Finding, Text } from '../../../../graders/index.ts';
import type { PictureContext } from '../context.ts';

/** A picture of something that goes on over time. */
export type TimePicture = Exclude<CheckPicture, { readonly kind: 'layers' }>;

/** A place in a drawing: when it is, and which moment of its line stands there; none beyond its end. */
export interface Place {
  readonly at: number;
  readonly index: number | undefined;
}

/** One of the lines of a drawing. */
export interface Line<Picture> {
  readonly picture: Picture;
  readonly places: readonly Place[];
  /** How many places are those of the line that it left; 0 for one that left none. */
  readonly shared: number;
  /** Everything that is drawn beside it, which has the same scale. */
  readonly all: readonly Picture[];
}

/** Something else that may be done at a moment. */
export interface Choice {
  /** `I go back`: what is done, as it goes on after "from here on". */
  readonly label: string;
  /** What has to be told besides. */
  readonly field?: {
    readonly label: string;
    readonly type: 'number' | 'text';
    /** Written right behind it. */
    readonly unit?: string;
    /** What it begins with, at a moment. */
    readonly value: (index: number) => string;
  };
  readonly branch: (index: number, value: string) => Branch;
}

/** What there is to know of a kind of picture to draw it, walk through it and branch it. */
export interface TimeKind<Picture extends TimePicture> {
  readonly title: Text;
  /** Milliseconds a moment stays. */
  readonly pace: number;
  /** Whether what a line ends with stays as it is. */
  readonly stays: boolean;
  about(picture: Picture): string;
  /** When its moments are. */
  times(picture: Picture): readonly number[];
  /** When a moment is, as one begins a sentence with it: `From 7 s on`. */
  from(picture: Picture, index: number): string;
  draw(line: Line<Picture>): Element;
  /** @param at the time that is looked at, which may be after the moment where nothing has happened since */
  tell(picture: Picture, index: number, at: number, context: PictureContext): readonly Node[];
  lines?(picture: Picture, index: number): Finding['at'] | undefined;
  /** The moment that is shown first. */
  first?(picture: Picture): number;
  below(picture: Picture): readonly HTMLElement[];
  /** The same as a table; undefined where the drawing is one. */
  twin?(picture: Picture, context: PictureContext): HTMLElement;
  choices(picture: Picture, context: PictureContext): readonly Choice[];
}
