import fc from 'fast-check';

/** Random tests repeat themselves, so that a run can be trusted to say the same twice; another seed explores further. */
fc.configureGlobal({ seed: Number(process.env.TIMONEL_SEED ?? 1974) });
