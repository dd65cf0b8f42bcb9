/** Catches a defect while drawing: a calm sentence, a way on, and details for whoever helps. */
import { Component, useState, type ReactNode } from 'react';
import { useT } from '../context/language';
import { errorDetails } from '../context/run';
import { Button } from '../primitives/button';

const Crash = ({ error, onAgain }: { readonly error: unknown; readonly onAgain: () => void }) => {
  const t = useT();
  const [copied, setCopied] = useState(false);
  const copy = (): void => {
    void navigator.clipboard.writeText(errorDetails(error)).then(() => setCopied(true));
  };
  return (
    <div className="page crash" role="alert">
      <h1>{t('app.crash.title')}</h1>
      <p className="page-lede">{t('app.crash.body')}</p>
      <div className="cluster">
        <Button variant="primary" onPress={onAgain}>{t('app.start.reload')}</Button>
        <Button onPress={copy}>{t('app.crash.copy')}</Button>
        <output>{copied ? t('app.crash.copied') : null}</output>
      </div>
    </div>
  );
};

interface CrashBoundaryProps {
  readonly children: ReactNode;
  /** A new place gets a new chance. */
  readonly place: string;
}

interface CrashBoundaryState {
  readonly failed: { readonly error: unknown; readonly place: string } | null;
}

export class CrashBoundary extends Component<CrashBoundaryProps, CrashBoundaryState> {
  override state: CrashBoundaryState = { failed: null };

  static getDerivedStateFromError(error: unknown): CrashBoundaryState {
    return { failed: { error, place: '' } };
  }

  static getDerivedStateFromProps({ place }: CrashBoundaryProps, { failed }: CrashBoundaryState): CrashBoundaryState | null {
    if (failed === null) return null;
    if (failed.place === '') return { failed: { ...failed, place } };
    return failed.place === place ? null : { failed: null };
  }

  override render(): ReactNode {
    const { failed } = this.state;
    return failed === null ? this.props.children : <Crash error={failed.error} onAgain={() => this.setState({ failed: null })} />;
  }
}
