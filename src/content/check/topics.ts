import { withParticle } from '../../korean/particle.ts';
import type { CheckedCase, Report } from './subject.ts';

/** A list of a topic holds every case that has what the topic stands for. */
export function checkTopics({ data, vocabulary }: CheckedCase, { at }: Report): void {
  for (const { name, instruments = [] } of vocabulary.topics) {
    if (data.topics.includes(name)) continue;
    const index = data.instruments.findIndex(({ kind }) => instruments.includes(kind));
    const instrument = data.instruments[index];
    if (!instrument) continue;
    at(
      ['topics'],
      'topics',
      `주제어 ‘${name}’: 이 사례에 ${withParticle(instrument.kind, '이')} 있는데(‘${instrument.name}’) topics에 없습니다.`,
      `topics에 ‘- ${withParticle(`${name}’`, '을')} 추가하세요.`,
    );
  }
}
