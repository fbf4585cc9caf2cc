import fc from 'fast-check';

// A property is asked again for every change of a rule: what a change breaks it shows in a few runs.
fc.configureGlobal({ numRuns: 25 });
