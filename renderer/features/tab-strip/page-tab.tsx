import { ToggleButton } from 'react-aria-components';

import type { Page } from '../../stores/page.ts';
import { useLayout } from '../../stores/stores-context.tsx';
import { IconButton } from '../../ui/button.tsx';
import { pageTitles } from '../page-titles.ts';
import classes from './tab-strip.module.css';

/** The page that stands over the drafts, behind them in the strip. */
export function PageTab({ page }: { readonly page: Page }) {
  const showPage = useLayout((state) => state.showPage);
  const title = pageTitles[page.kind];
  return (
    <div
      className={`${classes['tab']} ${classes['active']}`}
      onAuxClick={({ button }) => button === 1 && showPage(null)}
    >
      <ToggleButton isSelected className={classes['title'] ?? ''}>
        {title}
      </ToggleButton>
      <IconButton icon="close" label={`Close ${title}`} onPress={() => showPage(null)} />
    </div>
  );
}
