/** Everything about the workbench that can be set, found by a word. */
export function SettingsPage() {
  return <h1>Settings</h1>;
}
