import '@fontsource-variable/inter';
import '@fontsource-variable/jetbrains-mono';
import '@vscode/codicons/dist/codicon.css';
import './styles/tokens.css';
import './styles/global.css';

import { createRoot } from 'react-dom/client';

import { sandboxEnvironmentId } from '../shared/model/environment.ts';
import { closeUneditedTabs } from './actions/close-unedited-tabs.ts';
import { App } from './app.tsx';
import { defaultSettings } from '../shared/model/settings.ts';
import { chooseClient } from './client/choose-client.ts';
import { showAppearance } from './features/appearance/show-appearance.ts';
import { Closed } from './features/closed.tsx';
import { createStores } from './stores/create-stores.ts';
import { StoresProvider } from './stores/stores-context.tsx';

const container = document.getElementById('root');
if (container === null) throw new Error('The page has no root');
const root = createRoot(container);

const stopFollowing = showAppearance(defaultSettings);
const client = await chooseClient();
const stores = client === null ? null : await createStores(client).catch(() => null);
if (stores === null) {
  root.render(<Closed />);
} else {
  stopFollowing();
  if (!stores.settings.getState().settings.restoresTabs) closeUneditedTabs(stores);
  root.render(
    <StoresProvider stores={stores}>
      <App />
    </StoresProvider>,
  );
  void stores.history.getState().refresh();
  const { overview, startSandbox } = stores.environments.getState();
  const problem = overview.activeId === sandboxEnvironmentId ? await startSandbox() : null;
  if (problem !== null) stores.layout.getState().notify(problem);
}
