/** Views of the same thing side by side; arrow keys move between them. */
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';

export interface TabItem<Choice extends string = string> {
  readonly id: Choice;
  readonly label: ReactNode;
  readonly content: ReactNode;
}

export interface TabsProps<Choice extends string> {
  readonly label: string;
  readonly tabs: readonly TabItem<Choice>[];
  /** Controlled when given. */
  readonly selected?: Choice;
  readonly onSelect?: (id: Choice) => void;
}

export const Tabs = <Choice extends string>({ label, tabs, selected, onSelect }: TabsProps<Choice>) => {
  const select = (key: unknown): void => {
    const tab = tabs.find(({ id }) => id === key);
    if (tab !== undefined) onSelect?.(tab.id);
  };
  return (
    <AriaTabs className="tabs" onSelectionChange={select} {...(selected === undefined ? {} : { selectedKey: selected })}>
      <TabList className="tab-list" aria-label={label}>
        {tabs.map((tab) => <Tab key={tab.id} id={tab.id} className="tab">{tab.label}</Tab>)}
      </TabList>
      {tabs.map((tab) => <TabPanel key={tab.id} id={tab.id} className="tab-panel">{tab.content}</TabPanel>)}
    </AriaTabs>
  );
};
