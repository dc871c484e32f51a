import type { ScalarTag, Tags } from 'yaml';

/**
 * `kubectl` reads YAML with sigs.k8s.io/yaml, which keeps some YAML 1.1 habits: `yes`, `no`, `on` and `off` are booleans
 * and `0644` is octal. Timonel reads the same values, so that `env: [{ value: yes }]` is refused here as it is there.
 * @see https://pkg.go.dev/sigs.k8s.io/yaml
 */
const truth: ScalarTag = {
  identify: () => false,
  default: true,
  tag: 'tag:yaml.org,2002:bool',
  test: /^(?:yes|Yes|YES|on|On|ON|no|No|NO|off|Off|OFF)$/,
  resolve: (word) => /^(?:y|on)/i.test(word),
};

const octal: ScalarTag = {
  identify: () => false,
  default: true,
  tag: 'tag:yaml.org,2002:int',
  test: /^[-+]?0[0-7]+$/,
  resolve: (digits) => Number.parseInt(digits, 8),
};

export function likeKubectl(core: Tags): Tags {
  return [truth, octal, ...core];
}
