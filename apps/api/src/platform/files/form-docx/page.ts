/** A4 as Word itself writes it, in twentieths of a point. */
export const A4 = { width: 11_906, height: 16_838 };
export const A4_WIDTH_MM = 210;

/** The width of the text on the page, as in printed notices: A4 less 27 mm on either side. */
export const TEXT_WIDTH_MM = 156;
