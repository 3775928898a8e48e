import { expect, it } from 'vitest';
import { topicsOf } from '../../../src/main/domain/facts/topics.js';

const card = (front: string, around: { deck?: string; headings?: string[]; tags?: string[] } = {}) => ({
  front,
  back: 'An answer about etcd',
  deck: 'Notes',
  headings: [],
  tags: [],
  ...around,
});

it('a card teaches the component its deck, heading or tag is named after', () => {
  expect(topicsOf(card('What is it?', { deck: 'CKA::Control plane::etcd' }))).toEqual(['etcd']);
  expect(topicsOf(card('What is it?', { headings: ['CKA notes', 'Kube Scheduler'] }))).toEqual(['kube-scheduler']);
  expect(topicsOf(card('What is it?', { headings: ['ETCD Basics'] }))).toEqual(['etcd']);
  expect(topicsOf(card('What is it?', { tags: ['cka/kube-proxy'] }))).toEqual(['kube-proxy']);
  expect(topicsOf(card('What is it?', { headings: ['Kube-api Server Operations'] }))).toEqual(['kube-apiserver']);
});

it('a card teaches the component its question names, but not one in its answer only', () => {
  expect(topicsOf(card('What does the `kubelet` run?'))).toEqual(['kubelet']);
  expect(topicsOf(card('Which part stores the state?'))).toEqual([]);
  expect(topicsOf(card('Which network plugins are there?'))).toEqual(['cni']);
  expect(topicsOf(card('When do certificates expire?'))).toEqual(['certificates']);
  expect(topicsOf(card('What does CoreDNS answer?'))).toEqual(['coredns']);
});

it('words that only look alike teach nothing', () => {
  for (const front of ['What is a scheduler of trains?', 'What is a proxy?', 'What is a certificate?', 'What is DNS?']) {
    expect(topicsOf(card(front))).toEqual([]);
  }
});
