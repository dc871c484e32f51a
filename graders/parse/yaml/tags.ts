import type { ScalarTag, Tags } from 'yaml';

/**
 * `kubectl` reads YAML with sigs.k8s.io/yaml, which keeps the habits of YAML 1.1: `y`, `yes`, `no`, `on` and `off` are
 * booleans, `0644` is octal, `0b11` is binary and `1_000` is a number. Timonel reads the same values, so that
 * `env: [{ value: yes }]` is refused here as it is there.
 * @see https://github.com/kubernetes-sigs/yaml/blob/master/goyaml.v2/resolve.go
 */
const truth: ScalarTag = {
  identify: () => false,
  default: true,
  tag: 'tag:yaml.org,2002:bool',
  test: /^(?:y|Y|yes|Yes|YES|on|On|ON|n|N|no|No|NO|off|Off|OFF)$/,
  resolve: (word) => /^(?:y|on)/i.test(word),
};

const integer: ScalarTag = {
  identify: () => false,
  default: true,
  tag: 'tag:yaml.org,2002:int',
  test: /^[-+]?(?:0[xX][\da-fA-F_]+|0[bB][01_]+|0[oO]?[0-7_]+|[1-9][\d_]*)$/,
  resolve: (written) => {
    const digits = written.replaceAll('_', '').toLowerCase();
    const unsigned = digits.replace(/^[-+]/, '').replace(/^0(?=[0-7])/, '0o');
    return digits.startsWith('-') ? -Number(unsigned) : Number(unsigned);
  },
};

const decimal: ScalarTag = {
  identify: () => false,
  default: true,
  tag: 'tag:yaml.org,2002:float',
  test: /^[-+]?\d[\d_]*_[\d_]*\.[\d_]*(?:[eE][-+]?\d+)?$/,
  resolve: (written) => Number(written.replaceAll('_', '')),
};

export function likeKubectl(core: Tags): Tags {
  return [truth, integer, decimal, ...core];
}
