/**
 * Where the window is, kept in its address behind `#`. A new place is drawn between frames while the old one stays, since
 * a long list takes longer than a frame to draw; what the person does meanwhile comes first.
 */
import { createContext, useContext, useEffect, useState, useTransition, type ReactNode } from 'react';
import { Router, type BaseLocationHook } from 'wouter';
import { navigate } from 'wouter/use-hash-location';

const currentLocation = (): string => `/${window.location.hash.replace(/^#?\/?/u, '')}`;

const LocationContext = createContext('/');

/** One place for the whole window: whatever is drawn at a time agrees on it. */
const useConcurrentLocation: BaseLocationHook = () => [useContext(LocationContext), navigate];
useConcurrentLocation.hrefs = (href) => `#${href}`;

const OnTheWayContext = createContext(false);

/** True while another place is being drawn. */
export const useOnTheWay = (): boolean => useContext(OnTheWayContext);

export const ConcurrentRouter = ({ children }: { readonly children: ReactNode }) => {
  const [location, setLocation] = useState(currentLocation);
  const [isOnTheWay, startTransition] = useTransition();
  useEffect(() => {
    const follow = (): void => startTransition(() => setLocation(currentLocation()));
    // It may have changed between the first drawing and now.
    follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return (
    <OnTheWayContext value={isOnTheWay}>
      <LocationContext value={location}><Router hook={useConcurrentLocation}>{children}</Router></LocationContext>
    </OnTheWayContext>
  );
};
