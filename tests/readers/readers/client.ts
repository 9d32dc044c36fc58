// Compiled, not run: the types made from the description must fit what a caller does.
import type { paths } from './api';

type Figures = paths['/api/v1/observations']['get']['responses']['200']['content']['application/json'];

export async function rates(site: string): Promise<Map<string, number | null>> {
  const answer = await fetch(`${site}/api/v1/observations?indicator=E05`);
  const figures = await answer.json() as Figures;
  return new Map(figures.observations.map(figure => [figure.figureId, figure.value]));
}
