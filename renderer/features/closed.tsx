import classes from './closed.module.css';

/** What stands where the page has no way to the core: an address that was used before, or a host that ended. */
export function Closed() {
  return (
    <main className={classes['page']}>
      <h1>This address is no longer good</h1>
      <p>
        Each address opens one page, once and within a minute, so that nothing else on this machine can use
        it. In the terminal where the workbench runs press Enter for a new one, or start it again with{' '}
        <code>npm start</code>.
      </p>
      <p>Nothing is lost: drafts and history are kept.</p>
    </main>
  );
}
