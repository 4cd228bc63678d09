import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import type { DocumentNode } from 'graphql';

type DocumentStore = NonNullable<ApolloServerOptions<BaseContext>['documentStore']>;

/**
 * Parsed and validated documents, the least recently used dropped first. Bounded by the length of their text as well
 * as by their number: a syntax tree takes some 150 bytes for each character, so the default stays below 100 MB
 * whatever strangers send.
 */
export const createDocumentStore = (maxDocuments = 1000, maxCharacters = 500_000): DocumentStore => {
  const documents = new Map<string, DocumentNode>();
  let characters = 0;
  const lengthOf = (document: DocumentNode): number => document.loc?.source.body.length ?? 1000;

  const remove = (key: string): boolean => {
    const document = documents.get(key);
    if (!document) return false;
    characters -= lengthOf(document);
    return documents.delete(key);
  };

  return {
    async get(key) {
      const document = documents.get(key);
      if (!document) return undefined;
      documents.delete(key);
      documents.set(key, document);
      return document;
    },
    async set(key, document) {
      remove(key);
      documents.set(key, document);
      characters += lengthOf(document);
      for (const oldest of documents.keys()) {
        if (documents.size <= maxDocuments && characters <= maxCharacters) return;
        remove(oldest);
      }
    },
    async delete(key) {
      return remove(key);
    },
  };
};
