/** A connection that is opened at the first call and stays; one that was lost is opened anew at the next. */
import { createConnection, type Connection } from './connection';
import { STORAGE_SCHEMA } from './schema';

export const lazyConnection = (name: string): (() => Promise<Connection>) => {
  let connection: Promise<Connection> | null = null;
  const connect = async (): Promise<Connection> => {
    const made = createConnection(name, STORAGE_SCHEMA, () => {
      connection = null;
    });
    await made.open();
    return made;
  };
  return async () => {
    connection ??= connect();
    try {
      return await connection;
    } catch (error) {
      connection = null;
      throw error;
    }
  };
};
