// Written by unicode-tables.generate.ts from Unicode 15.0.0; see fixtures/unicode/LICENSE.
export const whiteSpaceRuns =
  "1(-*:()*L+()*B()*gV-()*gS*(3*E(**-()*W)()*He+()*";
