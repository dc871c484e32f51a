import { PictureSection } from './section.ts';

/** A script of its own, loaded after the first grade of an exercise whose answer can be drawn. */
(globalThis as { timonelPicture?: typeof PictureSection }).timonelPicture = PictureSection;
