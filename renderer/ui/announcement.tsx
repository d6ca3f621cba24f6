import classes from './announcement.module.css';

/**
 * Says a text to whoever hears the page, at each change of it; nobody sees it. It has to stand in the page before its
 * text does: what is mounted together with its text many screen readers pass over.
 */
export function Announcement({ text }: { readonly text: string }) {
  return (
    <p role="status" className={classes['unseen']}>
      {text}
    </p>
  );
}
