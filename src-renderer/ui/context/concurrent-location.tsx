/**
 * Where the window is, kept in its address behind `#`. A new place is drawn between frames while the old one stays, since
 * a long list takes longer than a frame to draw; what the person does meanwhile comes first.
 *
 * A place that was asked for has been visited, drawn or not: coming back from it starts the screen anew, on a slow computer
 * as on a fast one.
 */
import { createContext, useContext, useEffect, useRef, useState, useTransition, type ReactNode } from 'react';
import { Router, type BaseLocationHook } from 'wouter';
import { navigate } from 'wouter/use-hash-location';

const locationOf = (hash: string): string => `/${hash.replace(/^#?\/?/u, '')}`;

const LocationContext = createContext('/');

/** One place for the whole window: whatever is drawn at a time agrees on it. */
const useConcurrentLocation: BaseLocationHook = () => [useContext(LocationContext), navigate];
useConcurrentLocation.hrefs = (href) => `#${href}`;

/** Where the window is, and how many places before it were asked for but left before they were drawn. */
interface Place {
  readonly location: string;
  readonly undrawn: number;
}

const UndrawnContext = createContext(0);

/** A key for what belongs to one visit of a place: another one when a place was left before it was drawn. */
export const useVisit = (): number => useContext(UndrawnContext);

const OnTheWayContext = createContext(false);

/** True while another place is being drawn. */
export const useOnTheWay = (): boolean => useContext(OnTheWayContext);

export const ConcurrentRouter = ({ children }: { readonly children: ReactNode }) => {
  const [place, setPlace] = useState<Place>(() => ({ location: locationOf(window.location.hash), undrawn: 0 }));
  const { location, undrawn } = place;
  const drawn = useRef(location);
  const asked = useRef(location);
  const [isOnTheWay, startTransition] = useTransition();
  useEffect(() => {
    drawn.current = location;
  }, [location]);
  useEffect(() => {
    const goTo = (next: string): void => {
      if (next === asked.current) return;
      const left = asked.current === drawn.current ? 0 : 1;
      asked.current = next;
      startTransition(() => setPlace((before) => ({ location: next, undrawn: before.undrawn + left })));
    };
    // Two changes may come before either is told; each is told with its own address.
    const follow = ({ newURL }: HashChangeEvent): void => goTo(locationOf(new URL(newURL, window.location.href).hash));
    // It may have changed between the first drawing and now.
    goTo(locationOf(window.location.hash));
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return (
    <OnTheWayContext value={isOnTheWay}>
      <UndrawnContext value={undrawn}>
        <LocationContext value={location}><Router hook={useConcurrentLocation}>{children}</Router></LocationContext>
      </UndrawnContext>
    </OnTheWayContext>
  );
};
