/** Who listens to the store, here and in the other windows. */
import type { StoreEvent } from '../domain/ports/project-store';
import type { Id } from '../domain/values';

/** The part of a `BroadcastChannel` that is needed. Messages reach every other window, never the sender. */
export interface StoreChannel {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  close(): void;
}

const projectIdsIn = (message: unknown): Id[] => {
  const ids: unknown = typeof message === 'object' && message !== null ? Reflect.get(message, 'projectIds') : undefined;
  return Array.isArray(ids) ? ids.filter((id): id is Id => typeof id === 'string') : [];
};

export interface StoreEvents {
  subscribe(listener: (event: StoreEvent) => void): () => void;
  emit(event: StoreEvent): void;
  /** Tells this window and all others, once for all of them. */
  changed(projectIds: Iterable<Id>): void;
  close(): void;
}

export const createStoreEvents = (channel: StoreChannel): StoreEvents => {
  const listeners = new Set<(event: StoreEvent) => void>();
  const emit = (event: StoreEvent): void => {
    for (const listener of listeners) {
      try {
        listener(event);
      } catch (error) {
        // A listener's defect must not make a stored change look refused; it surfaces as an uncaught error.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  };
  channel.addEventListener('message', ({ data }) => {
    const projectIds = projectIdsIn(data);
    if (projectIds.length > 0) emit({ type: 'changed', projectIds, remote: true });
  });
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    emit,
    changed: (ids) => {
      const projectIds = [...new Set(ids)];
      channel.postMessage({ projectIds });
      emit({ type: 'changed', projectIds, remote: false });
    },
    close: () => {
      channel.close();
    },
  };
};
