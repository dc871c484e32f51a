import { describe, expect, it } from 'vitest';
import type { ActionName } from './actions.ts';
import type { Component } from './component.ts';
import { attempt } from './components.ts';

describe('attempt', () => {
  it.each<[ActionName, Component[], Component | null]>([
    ['run-deployment', [], null],
    ['store-deployment', ['kube-scheduler', 'kube-controller-manager', 'kubelet'], null],
    ['run-deployment', ['kube-controller-manager'], 'kube-controller-manager'],
    ['run-deployment', ['kube-scheduler'], 'kube-scheduler'],
    ['run-deployment', ['container-runtime'], 'container-runtime'],
    ['run-pod', ['kube-controller-manager'], null],
    ['create-pods', ['kube-scheduler'], null],
    ['restart-container', ['kube-apiserver', 'etcd', 'kube-scheduler', 'kube-controller-manager'], null],
    ['restart-container', ['kubelet'], 'kubelet'],
    ['replace-lost-pod', ['kube-scheduler'], 'kube-scheduler'],
    ['serve-existing', ['kube-apiserver', 'etcd', 'kube-proxy', 'kubelet'], null],
    ['route-to-new-pod', ['kube-proxy'], 'kube-proxy'],
    ['list-pods', ['etcd'], 'etcd'],
  ])('%s with %j down misses %s', (action, down, missing) => {
    expect(attempt(action, down).outcome).toEqual({ works: missing === null, missing });
  });

  it('keeps what was done before it stopped', () => {
    const { hops } = attempt('run-deployment', ['kube-scheduler']);
    expect(hops.map(({ stage, message }) => `${stage} ${message}`)).toEqual([
      'kube-apiserver components/done',
      'etcd components/done',
      'kube-controller-manager components/done',
      'kube-apiserver components/done',
      'etcd components/done',
      'kube-scheduler components/stuck',
    ]);
  });
});
