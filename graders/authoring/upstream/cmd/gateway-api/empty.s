// A function of istiod that it does not export is declared here without a body, which Go allows beside a file in assembly.
