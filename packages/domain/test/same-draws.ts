// For measurements: a mutant lives or dies by the tests, not by the draw, so that every run draws
// the same cases. One that fails is not made smaller, for nobody reads it.
import fc from "fast-check";

fc.configureGlobal({ seed: 20_240_828, endOnFailure: true });
