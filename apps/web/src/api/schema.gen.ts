// Made from apps/server/openapi.json by `npm run openapi`.
export interface paths {
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process runs */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process can answer: its database does */
        get: operations["getReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the process has done so far, in the text format of Prometheus */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which ways in there are */
        get: operations["getSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, and what they may do where */
        get: operations["getSession"];
        put?: never;
        /**
         * Sign in with a local account
         * @description Answers with the cookie of a session.
         */
        post: operations["postSession"];
        /** Sign out */
        delete: operations["deleteSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/first-start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Become the first person of a new server
         * @description With the code that was printed where it was started. The person administers the workspace that is named, which is made where there is none.
         */
        post: operations["postFirstStart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose a password with a code
         * @description A code works once. All sessions of the person end.
         */
        post: operations["postInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change one's password
         * @description All sessions of the person end, and a new one begins.
         */
        put: operations["putPassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in/provider": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sign in at the provider */
        get: operations["getSignInProvider"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in/provider/back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the provider sends people back to */
        get: operations["getSignInProviderBack"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Roles, and what each is for */
        get: operations["getRoles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who works in a workspace */
        get: operations["getWorkspacesWorkspacePeople"];
        put?: never;
        /** Take somebody new in, who chooses a password with a code */
        post: operations["postWorkspacesWorkspacePeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/people/{person}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set all roles of somebody in a workspace; none takes them out */
        put: operations["putWorkspacesWorkspacePeoplePersonRoles"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/people/{person}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give somebody a code for a new password
         * @description Only for somebody all of whose workspaces the caller administers: the code opens what the person may do anywhere.
         */
        post: operations["postWorkspacesWorkspacePeoplePersonInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/people/{person}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End all sessions of somebody who works here */
        delete: operations["deleteWorkspacesWorkspacePeoplePersonSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who signed in, and who changed whose roles and tokens, from the oldest on */
        get: operations["getWorkspacesWorkspaceAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's tokens in a workspace; of who gives roles, everybody's */
        get: operations["getWorkspacesWorkspaceTokens"];
        put?: never;
        /** Make a token for a program */
        post: operations["postWorkspacesWorkspaceTokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/tokens/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a token: one's own, or of whoever works where one gives roles */
        delete: operations["deleteWorkspacesWorkspaceTokensToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where one is signed in */
        get: operations["getSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of one's sessions */
        delete: operations["deleteSessionsSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was proposed, in order, and where it stands */
        get: operations["getWorkspacesWorkspaceProposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/proposals/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A proposal */
        get: operations["getWorkspacesWorkspaceProposalsNumber"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/proposals/{number}/impact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a proposal would do to every answer
         * @description Nothing is recorded: the newest records with what is proposed, decided again.
         */
        get: operations["getWorkspacesWorkspaceProposalsNumberImpact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/positions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List positions */
        get: operations["getWorkspacesWorkspacePositions"];
        put?: never;
        /**
         * Record a position at once, where there is one user
         * @description Where people sign in it is refused: one person proposes it, and another approves.
         */
        post: operations["postWorkspacesWorkspacePositions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/proposals/positions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose a position */
        post: operations["postWorkspacesWorkspaceProposalsPositions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/proposals/positions/{number}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Propose a position in another text
         * @description What was said of the text before is void.
         */
        post: operations["postWorkspacesWorkspaceProposalsPositionsNumberRevisions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/proposals/positions/{number}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a position that one proposed */
        post: operations["postWorkspacesWorkspaceProposalsPositionsNumberWithdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/proposals/positions/{number}/rulings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve or reject a position that somebody else proposed
         * @description What is approved comes into the records at once.
         */
        post: operations["postWorkspacesWorkspaceProposalsPositionsNumberRulings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/conclusions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List conclusions */
        get: operations["getWorkspacesWorkspaceConclusions"];
        put?: never;
        /**
         * Record a conclusion at once, where there is one user
         * @description Where people sign in it is refused: one person proposes it, and another approves.
         */
        post: operations["postWorkspacesWorkspaceConclusions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/proposals/conclusions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose a conclusion */
        post: operations["postWorkspacesWorkspaceProposalsConclusions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/proposals/conclusions/{number}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Propose a conclusion in another text
         * @description What was said of the text before is void.
         */
        post: operations["postWorkspacesWorkspaceProposalsConclusionsNumberRevisions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/proposals/conclusions/{number}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a conclusion that one proposed */
        post: operations["postWorkspacesWorkspaceProposalsConclusionsNumberWithdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/proposals/conclusions/{number}/rulings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve or reject a conclusion that somebody else proposed
         * @description What is approved comes into the records at once.
         */
        post: operations["postWorkspacesWorkspaceProposalsConclusionsNumberRulings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/waivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List waivers */
        get: operations["getWorkspacesWorkspaceWaivers"];
        put?: never;
        /**
         * Record a waiver at once, where there is one user
         * @description Where people sign in it is refused: one person proposes it, and another approves.
         */
        post: operations["postWorkspacesWorkspaceWaivers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/proposals/waivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose a waiver */
        post: operations["postWorkspacesWorkspaceProposalsWaivers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/proposals/waivers/{number}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Propose a waiver in another text
         * @description What was said of the text before is void.
         */
        post: operations["postWorkspacesWorkspaceProposalsWaiversNumberRevisions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/proposals/waivers/{number}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a waiver that one proposed */
        post: operations["postWorkspacesWorkspaceProposalsWaiversNumberWithdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/proposals/waivers/{number}/rulings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve or reject a waiver that somebody else proposed
         * @description What is approved comes into the records at once.
         */
        post: operations["postWorkspacesWorkspaceProposalsWaiversNumberRulings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The workspaces that one may see */
        get: operations["getWorkspaces"];
        put?: never;
        /** Make a workspace */
        post: operations["postWorkspaces"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A workspace in brief */
        get: operations["getWorkspacesWorkspace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/assets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List assets */
        get: operations["getWorkspacesWorkspaceAssets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/derivations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List derivations */
        get: operations["getWorkspacesWorkspaceDerivations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List statements */
        get: operations["getWorkspacesWorkspaceStatements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/parties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List parties */
        get: operations["getWorkspacesWorkspaceParties"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List events */
        get: operations["getWorkspacesWorkspaceEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/uses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List uses */
        get: operations["getWorkspacesWorkspaceUses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/instruments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List instruments */
        get: operations["getWorkspacesWorkspaceInstruments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/acceptances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List acceptances */
        get: operations["getWorkspacesWorkspaceAcceptances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/observations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List observations */
        get: operations["getWorkspacesWorkspaceObservations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/titles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List titles */
        get: operations["getWorkspacesWorkspaceTitles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List claims */
        get: operations["getWorkspacesWorkspaceClaims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/assets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one asset */
        get: operations["getWorkspacesWorkspaceAssetsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/derivations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one derivation */
        get: operations["getWorkspacesWorkspaceDerivationsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/statements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one statement */
        get: operations["getWorkspacesWorkspaceStatementsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/parties/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one party */
        get: operations["getWorkspacesWorkspacePartiesId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one event */
        get: operations["getWorkspacesWorkspaceEventsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/uses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one use */
        get: operations["getWorkspacesWorkspaceUsesId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/waivers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one waiver */
        get: operations["getWorkspacesWorkspaceWaiversId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/instruments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one instrument */
        get: operations["getWorkspacesWorkspaceInstrumentsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/asset-rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Assets with their license as it is read, and what was found of them
         * @description With `Accept: text/csv` all that the filters leave, as a table.
         */
        get: operations["getWorkspacesWorkspaceAssetRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/asset-facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many assets there are of each kind, license, layer and so on
         * @description Each facet is counted among what all other filters leave; the 50 most frequent values.
         */
        get: operations["getWorkspacesWorkspaceAssetFacets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/assets/{id}/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One asset with everything that is recorded and found of it
         * @description What was said of each matter stands side by side, with what counts. Of each list 100 at most.
         */
        get: operations["getWorkspacesWorkspaceAssetsIdSheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/assets/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Change sets that wrote about an asset, newest first
         * @description About the asset itself, what was said of it, what it was made of or became, who holds or claims it, and what was observed or happened. Also of an asset that is there no more; of one that never was there are none.
         */
        get: operations["getWorkspacesWorkspaceAssetsIdHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/graph": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a thing was made of and what was made of it, one step each way
         * @description Each side is paged by itself, in the state in which it was begun; the counts say what is not shown.
         */
        get: operations["getWorkspacesWorkspaceGraph"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/graph/upstream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many things a thing came from, itself included
         * @description As recorded. `ask` judges each of them; where they are thousands, `outline` judges one of each kind.
         */
        get: operations["getWorkspacesWorkspaceGraphUpstream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/graph/path": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A shortest way between two things
         * @description From the asset that is used to the one that a reason is about, say. Ways against the making are looked for first. 200 steps are told at most.
         */
        get: operations["getWorkspacesWorkspaceGraphPath"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is wrong or worth a look, worst first
         * @description Of the records: where evidence contradicts itself or is thin. Of rights: what keeps a recorded use from being clear, told once for all uses; of each use the first 50 groups of reasons, the worst. Each with how it is settled. Uses that nobody recorded are not asked.
         */
        get: operations["getWorkspacesWorkspaceFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/findings/{fingerprint}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One finding */
        get: operations["getWorkspacesWorkspaceFindingsFingerprint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every recorded use: what was decided, what it comes to now, and what is otherwise
         * @description Decided without range and proof. A use whose day has passed goes on, and is decided for the day asked for.
         */
        get: operations["getWorkspacesWorkspaceReleases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/releases/{use}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One recorded use, with what is otherwise than its latest recorded decision
         * @description A decision that was asked otherwise than the use is recorded is compared with what the same question comes to now. Of an earlier state no recorded decision is told: it may be younger.
         */
        get: operations["getWorkspacesWorkspaceReleasesUse"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/obligations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the releases oblige to, what is overdue first */
        get: operations["getWorkspacesWorkspaceObligations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/obligations/{id}/fulfillments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record that an obligation was kept, with what shows it
         * @description An event of the records, and so of the ledger. It speaks of this duty of this text on this object alone, and of whom it is owed to. What is due with an act is shown on its day or later; `state` tells whether it counts.
         */
        post: operations["postWorkspacesWorkspaceObligationsIdFulfillments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Agreements, as they are on a day */
        get: operations["getWorkspacesWorkspaceAgreements"];
        put?: never;
        /**
         * Begin an agreement with a text
         * @description Its name is the `id` of the deal. A text of ours is a draft; one that came from the other side is frozen at once. The party for whom the records are kept is on one of its sides.
         */
        post: operations["postWorkspacesWorkspaceAgreements"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/agreements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One agreement, with its steps and what may come next */
        get: operations["getWorkspacesWorkspaceAgreementsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/agreement-obligations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Duties, days and windows of all agreements that are signed, by day */
        get: operations["getWorkspacesWorkspaceAgreementObligations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/agreements/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record another version: ours, or one that came from the other side
         * @description A version of ours is a draft until it is sent. What was sent or came is frozen: another text is another version, and signatures on the one before are void.
         */
        post: operations["postWorkspacesWorkspaceAgreementsIdVersions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/agreements/{id}/sending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that the newest version went to the other side; it is frozen */
        post: operations["postWorkspacesWorkspaceAgreementsIdSending"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/agreements/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that one side gave it up before it was signed */
        post: operations["postWorkspacesWorkspaceAgreementsIdWithdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/agreements/{id}/amendments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record an amendment; it binds once both sides have signed it
         * @description A file that names the agreement, a day and topics: `agreement`, `id`, `from`, `topics`. `null` takes a topic out. Of two on one topic the later one counts; two that differ from one day on are refused.
         */
        post: operations["postWorkspacesWorkspaceAgreementsIdAmendments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/agreements/{id}/signatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record the signature of one side
         * @description With the second one the agreement, or the amendment, stands in the title records, by a change set of its own. Who recorded the text does not record a signature on it.
         */
        post: operations["postWorkspacesWorkspaceAgreementsIdSignatures"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/agreements/{id}/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record a notice of a side
         * @description That it does not want a renewal: in time that stops it; after the last day for it it is recorded and stops nothing, `notes` say so, and whether it counts for the next term stays open until it is settled. Of a breach or of its exit: it sets days and ends nothing by itself.
         */
        post: operations["postWorkspacesWorkspaceAgreementsIdNotices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/agreements/{id}/settlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record whether a notice that came too late counts for the next term, and who says so
         * @description `notice` is the number of the step by which the notice was recorded. Of two words on one notice the later one holds.
         */
        post: operations["postWorkspacesWorkspaceAgreementsIdSettlements"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/agreements/{id}/renewals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record a renewal that came by itself
         * @description Until the day that the agreement says, once nobody can say no any more. What the parties sign for it is an amendment.
         */
        post: operations["postWorkspacesWorkspaceAgreementsIdRenewals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/agreements/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record that it ends before its term
         * @description From `on`, which may be to come, the rights are over, in the title records as well. Of an end by its term nothing is recorded: it is in the terms.
         */
        post: operations["postWorkspacesWorkspaceAgreementsIdEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/agreements/{id}/versions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A version: its text, its clauses with what carries them, and what does not fit together */
        get: operations["getWorkspacesWorkspaceAgreementsIdVersionsNumber"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/agreements/{id}/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Two versions, clause by clause */
        get: operations["getWorkspacesWorkspaceAgreementsIdComparison"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/agreements/{id}/effective": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Its terms on a day, after all amendments that bind by then */
        get: operations["getWorkspacesWorkspaceAgreementsIdEffective"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/agreements/{id}/amendments/{amendment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The text of an amendment */
        get: operations["getWorkspacesWorkspaceAgreementsIdAmendmentsAmendment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/agreements/{id}/obligations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Its duties, days and windows, by day */
        get: operations["getWorkspacesWorkspaceAgreementsIdObligations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/agreements/{id}/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same as a calendar
         * @description What has no day is in no calendar.
         */
        get: operations["getWorkspacesWorkspaceAgreementsIdCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/agreements/{id}/effect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a text would do to every answer if both sides signed it
         * @description Of the newest version and the amendments that wait, or of another version or amendment that is sent along. Nothing is recorded.
         */
        post: operations["postWorkspacesWorkspaceAgreementsIdEffect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/agreements/{id}/runbook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What its end asks for: what to stop, delete, certify, what may be kept, and what is not known
         * @description Computed from the title records. By default for the end that is recorded, else for the end of its term. Of what is not signed as if it were.
         */
        get: operations["getWorkspacesWorkspaceAgreementsIdRunbook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Contracts that were read */
        get: operations["getWorkspacesWorkspaceReadings"];
        put?: never;
        /**
         * Read a contract that others wrote
         * @description DOCX, PDF with text, Markdown or plain text, in English; 1500 pages and 6000000 characters at most. It is kept as evidence, and read by a run, whose result names the reading. One that cannot be read is kept as well, with the reason. The same bytes are read once.
         */
        post: operations["postWorkspacesWorkspaceReadings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/readings/{number}/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read a contract anew, with the weights of this program
         * @description What persons said is carried over where the same words stand as a clause of the same kind that states the same, and a value that they set right holds; what they confirmed and the program does not find any more stays as a clause that they found. The rest is asked again (`askedAgain`). What was read before stays in the ledger and among the evidence.
         */
        post: operations["postWorkspacesWorkspaceReadingsNumberAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/readings/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was read of a contract, and what persons said of it */
        get: operations["getWorkspacesWorkspaceReadingsNumber"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/readings/{number}/text/{block}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A part of the text of a contract */
        get: operations["getWorkspacesWorkspaceReadingsNumberTextBlock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/readings/{number}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A reading as the command line takes it
         * @description As `cleartitle read --out` writes it, with what persons said.
         */
        get: operations["getWorkspacesWorkspaceReadingsNumberFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/readings/{number}/opinion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the language model about a reading
         * @description Parts of the contract go to the server of the model that whoever runs this server named (`mayAsk` of the reading says which); where none is named, it is refused. Every quote that it gives is searched for in the document. What it says stands beside the reading (`opinion`), and changes nothing of it.
         */
        post: operations["postWorkspacesWorkspaceReadingsNumberOpinion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/readings/{number}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept, correct or reject fields
         * @description All or nothing. Who says it is the caller, and when is now; the last word on a field holds, and those before stay.
         */
        post: operations["postWorkspacesWorkspaceReadingsNumberReviews"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/readings/{number}/clauses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a clause that the program missed
         * @description By offsets into the text, or by its words; words that stand at several places are refused, and the places told. It counts as accepted.
         */
        post: operations["postWorkspacesWorkspaceReadingsNumberClauses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/readings/{number}/deal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The deal of what was accepted
         * @description Its clauses are the words of the document, and it grants nothing: what those permit a person writes. Nothing is recorded.
         */
        post: operations["postWorkspacesWorkspaceReadingsNumberDeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/readings/{number}/agreement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin an agreement with what was accepted
         * @description As a text that came from the other side, with the document as its evidence; `on` is the day on which it came. It stands in the records once both signatures are recorded.
         */
        post: operations["postWorkspacesWorkspaceReadingsNumberAgreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/portfolio": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What all agreements and contracts together come to on a day
         * @description Of agreements that are recorded, and of contracts that were read, as persons left them. What does not fit between them, how each stands, days, sums and caps are lists of their own. Not found is no word that there is nothing.
         */
        get: operations["getWorkspacesWorkspacePortfolio"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/portfolio/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What does not fit within an agreement or between two, the gravest first
         * @description What a license out gives beyond the licenses in is asked of the engine, of three agreements at most; the others are named under `not-asked`.
         */
        get: operations["getWorkspacesWorkspacePortfolioFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/portfolio/agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Each agreement and contract as it stands on a day */
        get: operations["getWorkspacesWorkspacePortfolioAgreements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/portfolio/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Days of all agreements in their order, those that nobody knows last */
        get: operations["getWorkspacesWorkspacePortfolioDays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/portfolio/sums": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sums of all agreements, of each the largest of a kind and currency */
        get: operations["getWorkspacesWorkspacePortfolioSums"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/portfolio/caps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Of each agreement whether what is owed is capped, what leaves most open first */
        get: operations["getWorkspacesWorkspacePortfolioCaps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/portfolio/left-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Agreements and contracts that are not in it, and why */
        get: operations["getWorkspacesWorkspacePortfolioLeftOut"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/portfolio/not-asked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Agreements of which nobody asked whether they pass on more than they were given */
        get: operations["getWorkspacesWorkspacePortfolioNotAsked"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/negotiations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Negotiations */
        get: operations["getWorkspacesWorkspaceNegotiations"];
        put?: never;
        /**
         * Begin a negotiation with its file
         * @description Its name is the `id` of the file.
         */
        post: operations["postWorkspacesWorkspaceNegotiations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/negotiations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One negotiation: its issues, what they are worth to whom, its versions and sessions */
        get: operations["getWorkspacesWorkspaceNegotiationsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/negotiations/{id}/sessions/{session}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A session: what was said, whose turn it is, and what each side asked for in each issue */
        get: operations["getWorkspacesWorkspaceNegotiationsIdSessionsSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/negotiations/{id}/sessions/{session}/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The record of a session: a line for each move, which names the one before by its digest
         * @description As `cleartitle negotiate` writes it. It holds no worths: it can be shown to the other side.
         */
        get: operations["getWorkspacesWorkspaceNegotiationsIdSessionsSessionRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/negotiations/{id}/packages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What both could agree on: efficient packages, the zone of agreement, the proposal, and what to concede next
         * @description Of a session: on the file, the deal and the records as they were when it was begun; of none: on what is recorded now. One is solved at a time; others are answered in between.
         */
        get: operations["getWorkspacesWorkspaceNegotiationsIdPackages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/negotiations/{id}/sessions/{session}/deal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The deal with the clauses of what is agreed in a session, or was offered last
         * @description A deal file, to be recorded as the next version of the agreement. What was settled in words alone is in `words`, and not in the deal.
         */
        get: operations["getWorkspacesWorkspaceNegotiationsIdSessionsSessionDeal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/negotiations/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record another version of the file
         * @description Sessions that were begun stay on the version on which they were begun.
         */
        post: operations["postWorkspacesWorkspaceNegotiationsIdVersions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/negotiations/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin a session
         * @description It stays on the file, the deal and the records as they are now. Where nobody is simulated it is the record of what both sides really say.
         */
        post: operations["postWorkspacesWorkspaceNegotiationsIdSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/negotiations/{id}/sessions/{session}/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record an offer of a side */
        post: operations["postWorkspacesWorkspaceNegotiationsIdSessionsSessionOffers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/negotiations/{id}/sessions/{session}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that a side accepts what was offered last */
        post: operations["postWorkspacesWorkspaceNegotiationsIdSessionsSessionAcceptance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/negotiations/{id}/sessions/{session}/leaving": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that a side leaves */
        post: operations["postWorkspacesWorkspaceNegotiationsIdSessionsSessionLeaving"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/negotiations/{id}/sessions/{session}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let the simulated side whose turn it is make its move
         * @description It never offers or takes less than the least that it takes.
         */
        post: operations["postWorkspacesWorkspaceNegotiationsIdSessionsSessionAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/drafts/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read a deal: its clauses in words, and what does not fit together
         * @description Nothing is recorded.
         */
        post: operations["postWorkspacesWorkspaceDraftsRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/drafts/effect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What another state of a deal does to the releases
         * @description Both are asked as if they were signed as they stand. Nothing is recorded.
         */
        post: operations["postWorkspacesWorkspaceDraftsEffect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/agreements/{id}/versions/{number}/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A version as a document
         * @description Cover page, contents, definitions, numbered clauses, schedules, places to sign; the deal is inside. The same deal gives the same bytes as `cleartitle draft`.
         */
        get: operations["getWorkspacesWorkspaceAgreementsIdVersionsNumberDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/drafts/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A deal as a document
         * @description Cover page, contents, definitions, numbered clauses, schedules, places to sign; the deal is inside. The same deal gives the same bytes as `cleartitle draft`.
         */
        post: operations["postWorkspacesWorkspaceDraftsDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/agreements/{id}/returned": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read a document that came back from the other side, beside a version
         * @description Its text wins over the deal that it carries. Nothing is recorded: whoever takes it for the other side’s version records its `text` by `versions`, with the document kept as evidence.
         */
        post: operations["postWorkspacesWorkspaceAgreementsIdReturned"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/drafts/returned": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read a drafted document back to its deal
         * @description Its text wins over the deal that it carries. Nothing is recorded.
         */
        post: operations["postWorkspacesWorkspaceDraftsReturned"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/agreements/{id}/redline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Two versions word by word, or as one document with tracked changes
         * @description `docx` is a document that accepts to the second version and rejects to the first; it was read again before it is given out. What one should know of it, as `diff --redline` tells it, is in the header `Redline-Notes`: notes separated by commas, each percent-encoded. One is made at a time.
         */
        get: operations["getWorkspacesWorkspaceAgreementsIdRedline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/drafts/deviations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Where a deal is not what a playbook wants, the gravest first, and what to propose in its place
         * @description The playbook is sent along, or named by the digest under which it is kept as evidence. Of a version of an agreement its text is sent. Nothing is recorded.
         */
        post: operations["postWorkspacesWorkspaceDraftsDeviations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the ledger is, how much of it is signed, and its last head */
        get: operations["getWorkspacesWorkspaceLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/ledger/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Entries of the ledger, in order */
        get: operations["getWorkspacesWorkspaceLedgerEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/ledger/entries/{index}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One entry */
        get: operations["getWorkspacesWorkspaceLedgerEntriesIndex"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/ledger/entries/{index}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What shows that an entry is under the last signed head */
        get: operations["getWorkspacesWorkspaceLedgerEntriesIndexProof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/ledger/consistency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What shows that the ledger goes on from an earlier head
         * @description A head that somebody kept. Refused where the ledger does not go on from it: then it was rolled back, or is another one.
         */
        post: operations["postWorkspacesWorkspaceLedgerConsistency"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/ledger/bundle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole ledger with its evidence, as an archive
         * @description Unpacked it is the folder that `cleartitle ledger verify` reads. Of one instant; the same ledger gives the same bytes.
         */
        get: operations["getWorkspacesWorkspaceLedgerBundle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/decisions/{number}/memo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A recorded decision as a memo
         * @description As Markdown, for a word processor or as PDF. Told from the recorded text; the same decision gives the same bytes.
         */
        get: operations["getWorkspacesWorkspaceDecisionsNumberMemo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/uses/{use}/memo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a use comes to, as a memo
         * @description Decided with its range, and not recorded.
         */
        get: operations["getWorkspacesWorkspaceUsesUseMemo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The history: change sets in order */
        get: operations["getWorkspacesWorkspaceChanges"];
        put?: never;
        /**
         * Record a change set
         * @description On the newest records, or with `If-Match` on those of one change set alone. Positions, conclusions and waivers are not changed this way, not even by the way: one person proposes them and another approves.
         */
        post: operations["postWorkspacesWorkspaceChanges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/changes/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One change set */
        get: operations["getWorkspacesWorkspaceChangesNumber"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/impact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a change set would do to every answer
         * @description Nothing is recorded: the same records with the changes applied, decided again, and the two compared.
         */
        post: operations["postWorkspacesWorkspaceImpact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask what a use comes to
         * @description Nothing is recorded. `ETag` is the change set that was asked.
         */
        post: operations["postWorkspacesWorkspaceAsk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/ask-batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask many questions of one state of the records
         * @description Without range and proof, which one question alone is asked for. Where a question has a problem nothing is decided.
         */
        post: operations["postWorkspacesWorkspaceAskBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What has to be answered before a use can be decided */
        post: operations["postWorkspacesWorkspaceQuestions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record answers to questions
         * @description Each is declared, as `FACT=VALUE` or `FACT@OF=VALUE`. Evidence is never written over: a later answer corrects the one before. What somebody concluded is corrected by a conclusion alone.
         */
        post: operations["postWorkspacesWorkspaceAnswers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/ask-described": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask what a use would come to that is not recorded
         * @description The use is described as in a title file, of assets that the records have. Nothing is recorded. `ETag` is the change set that was asked.
         */
        post: operations["postWorkspacesWorkspaceAskDescribed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/questions-described": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What has to be answered before a use that is not recorded can be decided */
        post: operations["postWorkspacesWorkspaceQuestionsDescribed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/outline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask what a use comes to, told of one thing of each kind
         * @description The same answer in every place as `ask` gives with as many claims, by judging one thing of each kind upstream: what is said of it is so of all of its kind; obligations and findings are told of it alone. It has no range and no proof. For what came from thousands of things. Nothing is recorded. `ETag` is the change set that was asked.
         */
        post: operations["postWorkspacesWorkspaceOutline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/outline-described": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The same of a use that is not recorded
         * @description The same answer in every place as `ask` gives with as many claims, by judging one thing of each kind upstream: what is said of it is so of all of its kind; obligations and findings are told of it alone. It has no range and no proof. For what came from thousands of things. Nothing is recorded. `ETag` is the change set that was asked.
         */
        post: operations["postWorkspacesWorkspaceOutlineDescribed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List recorded decisions */
        get: operations["getWorkspacesWorkspaceDecisions"];
        put?: never;
        /** Decide a use, and record the decision */
        post: operations["postWorkspacesWorkspaceDecisions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/decisions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A recorded decision in brief */
        get: operations["getWorkspacesWorkspaceDecisionsNumber"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/decisions/{number}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The decision as it was recorded, to the byte */
        get: operations["getWorkspacesWorkspaceDecisionsNumberDecision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/decisions/{number}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The proof of a recorded decision, with every node
         * @description Decided again of the records that it was made of; refused where that gives other bytes.
         */
        get: operations["getWorkspacesWorkspaceDecisionsNumberProof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/decisions/{number}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide a recorded decision again, and compare the bytes
         * @description By the catalogue that it was made by: the one that decides now, or the one that was kept with it. The engine is the one that decides now; where another one recorded it, `engine` names both, and the bytes are compared but for its version.
         */
        post: operations["postWorkspacesWorkspaceDecisionsNumberReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List files by digest */
        get: operations["getWorkspacesWorkspaceEvidence"];
        put?: never;
        /**
         * Keep a file
         * @description Its digest is its name: the same bytes are kept once.
         */
        post: operations["postWorkspacesWorkspaceEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/evidence/{sha256}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The bytes of a file
         * @description Held to their digest. Never shown by a browser in place: a file may be anything.
         */
        get: operations["getWorkspacesWorkspaceEvidenceSha256"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/exports/{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The records as a document
         * @description `title` is the title file itself. What a reader of another format is not told stands in the header `Cleartitle-Losses`, percent-encoded.
         */
        get: operations["getWorkspacesWorkspaceExportsFormat"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List long work */
        get: operations["getWorkspacesWorkspaceRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/runs/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far long work is */
        get: operations["getWorkspacesWorkspaceRunsNumber"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/runs/{number}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happens to long work, as it happens
         * @description Server-sent events; each has the number of its step as id. Whoever comes back with `Last-Event-ID` is told all that came since, also by another process and after a restart. The stream ends with the work.
         */
        get: operations["getWorkspacesWorkspaceRunsNumberEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/runs/{number}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End long work
         * @description One's own; that of others needs `runs:write`.
         */
        post: operations["postWorkspacesWorkspaceRunsNumberCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/runs/{number}/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take up again what failed */
        post: operations["postWorkspacesWorkspaceRunsNumberAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/runs/ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask many questions, or of every use, in a run
         * @description Each answer is the one that `ask-batch` gives, of the records of one change set. It goes on where it stood when the server is started anew; `answers` of the run gives what there is of it. Where a question has a problem nothing is decided.
         */
        post: operations["postWorkspacesWorkspaceRunsAsk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/runs/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Every use of the records through the gate, with all findings, in a run
         * @description What `cleartitle check` tells of a title file, of the records of one change set: answers are each use with its reasons and what waivers leave of it, and then what was found; the result tells under `check` how many stop and the exit code of the command. It goes on where it stood when the server is started anew; `answers` of the run gives what there is of it.
         */
        post: operations["postWorkspacesWorkspaceRunsCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/runs/impact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a change set would do to every answer, in a run
         * @description Nothing is recorded. Answers are the entries that `impact` gives under `uses`, of all uses that are reached; its other fields are in the result. It goes on where it stood when the server is started anew; `answers` of the run gives what there is of it.
         */
        post: operations["postWorkspacesWorkspaceRunsImpact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/runs/{number}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a run has answered so far
         * @description In the order of the questions, and all by one catalogue: a run that is taken up after the program got another one goes on by the one that it began with, or begins anew and says so in its result (`by`, `anew`); pages from before are then refused. While the run goes on `next` is where its further answers will be, also where there are none yet; null: it is over, and these are the last. Answers are kept of the latest 10 runs of a workspace, and no longer than until something is redacted.
         */
        get: operations["getWorkspacesWorkspaceRunsNumberAnswers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/imports/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import a file, or a folder as an archive
         * @description A title file (`application/yaml`), an archive of a folder (`application/zip`), or one file of any format that is read. What is there stays; what is new is added as one change set.
         */
        post: operations["postWorkspacesWorkspaceImportsFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/imports/server": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import what a server answers
         * @description Asked through a guard: no private network, unless an administrator allowed it. Without tokens.
         */
        post: operations["postWorkspacesWorkspaceImportsServer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was imported, by the change set that it became */
        get: operations["getWorkspacesWorkspaceImports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What time has brought, as it was found */
        get: operations["getWorkspacesWorkspaceNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look now what time has brought, and not only once a day */
        post: operations["postWorkspacesWorkspaceReviews"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How one is told; of who says it for others, how everybody is */
        get: operations["getWorkspacesWorkspaceSubscriptions"];
        put?: never;
        /** Have somebody told by a webhook or by mail */
        post: operations["postWorkspacesWorkspaceSubscriptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/subscriptions/{number}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change the secret of a webhook
         * @description For a week both sign, so that the receiver can change his at any moment.
         */
        post: operations["postWorkspacesWorkspaceSubscriptionsNumberSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/subscriptions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a subscription, or a calendar */
        delete: operations["deleteWorkspacesWorkspaceSubscriptionsNumber"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make an address under which one's days are a calendar */
        post: operations["postWorkspacesWorkspaceCalendars"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendars/{of}/{number}/{secret}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Days of a workspace as a calendar, for whoever has its address */
        get: operations["getCalendarsOfNumberSecret"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/catalogue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which catalogue decides, by its digests
         * @description The basis of every decision names the same digests. `ETag` is of the answer, and changes with them.
         */
        get: operations["getCatalogue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/catalogue/names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What ids of the catalogue are called, and where its texts are read */
        get: operations["getCatalogueNames"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/catalogue/instruments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List instruments of the catalogue */
        get: operations["getCatalogueInstruments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/catalogue/instruments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the instruments */
        get: operations["getCatalogueInstrumentsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/catalogue/instruments/{id}/words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the instruments in plain words */
        get: operations["getCatalogueInstrumentsIdWords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/catalogue/laws": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List laws of the catalogue */
        get: operations["getCatalogueLaws"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/catalogue/laws/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the laws */
        get: operations["getCatalogueLawsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/catalogue/laws/{id}/words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the laws in plain words */
        get: operations["getCatalogueLawsIdWords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/catalogue/positions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List positions of the catalogue */
        get: operations["getCataloguePositions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/catalogue/positions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the positions */
        get: operations["getCataloguePositionsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/catalogue/positions/{id}/words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the positions in plain words */
        get: operations["getCataloguePositionsIdWords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/catalogue/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What two texts say otherwise, and for whom */
        get: operations["getCatalogueCompare"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/catalogue/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Law that begins, ends or is announced, and records to be reviewed */
        get: operations["getCatalogueCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/catalogue/clauses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Topics of an agreement, in their order */
        get: operations["getCatalogueClauses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/catalogue/clauses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One topic: its fields, and the clause in three versions */
        get: operations["getCatalogueClausesId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/catalogue/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Kinds of agreements that a draft may begin with */
        get: operations["getCatalogueTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/catalogue/templates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One kind of agreement: its topics under their headings, and its questions with why each matters */
        get: operations["getCatalogueTemplatesId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/drafts/from-template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A deal of a template with answers to its questions
         * @description As `cleartitle draft new` makes it of a file of answers. Nothing is recorded.
         */
        post: operations["postWorkspacesWorkspaceDraftsFromTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            /** @example urn:cleartitle:problem:bad-value */
            type: string;
            title: string;
            status: number;
            detail: string;
            /** @description What the command line would exit with. */
            exit: number;
            /** @description Name of this request in the log. */
            request: string;
            /** @description All that is wrong, at once. */
            problems: components["schemas"]["ProblemEntry"][];
        };
        ProblemEntry: {
            /** @enum {string} */
            code: "yaml-syntax" | "json-syntax" | "format-syntax" | "too-large" | "too-deep" | "too-many" | "several-documents" | "alias-forbidden" | "tag-forbidden" | "unknown-key" | "missing-key" | "duplicate-key" | "duplicate-id" | "wrong-type" | "bad-value" | "unknown-name" | "unknown-place" | "impossible-date" | "bad-period" | "bad-duration" | "dangling-reference" | "incomplete-table" | "incomplete-position" | "cyclic-hierarchy" | "contradiction" | "not-allowed" | "bad-expression" | "unsupported" | "unproven" | "not-found" | "conflict" | "io" | "usage" | "unauthenticated" | "forbidden" | "out-of-date" | "wrong-method" | "wrong-media-type" | "wrong-host" | "too-fast" | "unavailable";
            message: string;
            file: string | null;
            line: number | null;
            column: number | null;
            /** @description JSON pointer into the body; `#query/NAME`, `#path/NAME` and `#header/NAME` for what stands elsewhere. */
            pointer: string | null;
            offending: string | null;
            hint: string | null;
        };
        OpenedSession: {
            person: string;
            /** @description To be sent as `X-Cleartitle-Guard` with whatever changes something. */
            guard: string;
        };
        SignedIn: {
            person: string;
            name: string | null;
            email: string | null;
            /** @enum {string} */
            by: "local" | "session" | "token";
            guard: string | null;
            workspaces: {
                workspace: string;
                roles: string[];
                permissions: ("records:read" | "records:write" | "evidence:read" | "evidence:write" | "decisions:ask" | "decisions:read" | "decisions:record" | "imports:write" | "runs:read" | "runs:write" | "catalogue:read" | "ledger:read" | "ledger:redact" | "proposals:read" | "positions:propose" | "positions:approve" | "conclusions:propose" | "conclusions:approve" | "waivers:propose" | "waivers:approve" | "agreements:read" | "agreements:write" | "agreements:sign" | "negotiations:read" | "negotiations:write" | "notifications:read" | "notifications:write" | "jobs:read" | "jobs:write" | "people:read" | "people:write" | "audit:read" | "workspace:write")[];
            }[];
        };
        Member: {
            id: string;
            name: string;
            email: string | null;
            roles: string[];
            since: string;
        };
        Invitation: {
            person: string;
            /** @description Told once; the person chooses a password with it. */
            code: string;
            expiresAt: string;
        };
        AuditEntry: {
            id: string;
            at: string;
            what: string;
            person: string | null;
            by: string;
            workspace: string | null;
            address: string | null;
            detail?: unknown;
        };
        Token: {
            id: string;
            person: string;
            name: string;
            scopes: string[];
            madeAt: string;
            expiresAt: string;
            endedAt: string | null;
        };
        MadeToken: components["schemas"]["Token"] & {
            /** @description Told once, and kept nowhere. */
            token: string;
        };
        Session: {
            id: string;
            /** @description The one that asks. */
            isThis: boolean;
            startedAt: string;
            seenAt: string;
            address: string;
        };
        Proposal: {
            number: number;
            /** @enum {string} */
            matter: "position" | "conclusion" | "waiver";
            revision: number;
            why: string;
            /** @enum {string} */
            state: "open" | "approved" | "rejected" | "withdrawn";
            changes: components["schemas"]["RecordedChange"][];
            authors: string[];
            at: string;
            /** @description Of all that is proposed: what an approval names. */
            digest: string;
            rulings: {
                verdict: string;
                digest: string;
                revision: number;
                why: string | null;
                by: string;
                at: string;
            }[];
            /** @description Texts that another one took the place of, the first one first. */
            earlier: {
                revision: number;
                why: string;
                changes: components["schemas"]["RecordedChange"][];
                by: string;
                at: string;
            }[];
            /** @description By which it came into the records; null: it is not there. */
            changeSet: number | null;
        };
        RecordedChange: {
            /** @enum {string} */
            change: "add-statement";
            statement: components["schemas"]["Statement"];
        } | {
            /** @enum {string} */
            change: "remove-statement";
            statement: string;
        } | {
            /** @enum {string} */
            change: "add-instrument";
            instrument?: components["schemas"]["Instrument"];
            covers?: string[];
        } | {
            /** @enum {string} */
            change: "remove-instrument";
            instrument: string;
        } | {
            /** @enum {string} */
            change: "terminate-instrument";
            instrument: string;
            on: string;
            party?: string;
            evidence?: string;
        } | {
            /** @enum {string} */
            change: "add-acceptance";
            acceptance: components["schemas"]["Acceptance"];
        } | {
            /** @enum {string} */
            change: "remove-acceptance";
            acceptance: components["schemas"]["Acceptance"];
        } | {
            /** @enum {string} */
            change: "add-event";
            event: components["schemas"]["LifeEvent"];
        } | {
            /** @enum {string} */
            change: "remove-event";
            event: string;
        } | {
            /** @enum {string} */
            change: "add-derivation";
            derivation: components["schemas"]["Derivation"];
        } | {
            /** @enum {string} */
            change: "remove-derivation";
            derivation: string;
        } | {
            /** @enum {string} */
            change: "add-act";
            derivation: string;
            act: {
                act: string;
                of: string;
                until: string | null;
            };
        } | {
            /** @enum {string} */
            change: "add-asset";
            asset: components["schemas"]["Asset"];
        } | {
            /** @enum {string} */
            change: "add-party";
            party: components["schemas"]["Party"];
        } | {
            /** @enum {string} */
            change: "drop-asset";
            asset: string;
        } | {
            /** @enum {string} */
            change: "add-position";
            position: components["schemas"]["AdoptedPosition"];
        } | {
            /** @enum {string} */
            change: "remove-position";
            position: string;
            territory?: string;
        } | {
            /** @enum {string} */
            change: "add-waiver";
            waiver: components["schemas"]["Waiver"];
        } | {
            /** @enum {string} */
            change: "remove-waiver";
            waiver: string;
        } | {
            /** @enum {string} */
            change: "set-profile";
            /** @enum {string} */
            profile: "cautious" | "strict" | "permissive";
        } | {
            /** @enum {string} */
            change: "set-use";
            use: string;
            fields: {
                of?: string;
                actions?: string[];
                actor?: string;
                recipients?: {
                    role: string;
                    in: string[];
                    actions: string[];
                }[];
                as?: string | null;
                named?: string | null;
                purpose?: string[];
                field?: string[];
                in?: string[];
                hosted?: string[];
                on?: string;
                scale?: components["schemas"]["QuantityRecord"][];
                facts?: components["schemas"]["FactRecord"][];
            };
        };
        Statement: {
            id: string;
            about: {
                /** @enum {string} */
                kind: "asset" | "derivation" | "party" | "instrument" | "acquisition";
                id: string;
            };
            what: string;
            raw: string | null;
            value: boolean | number | string | null;
            /** @enum {string|null} */
            scope: "content" | "database" | "metadata" | "code" | "weights" | "output" | null;
            part: string | null;
            /** @enum {string} */
            rung: "declared" | "detected" | "concluded";
            by: string | null;
            source: components["schemas"]["Source"];
            valid: components["schemas"]["Period"];
            recordedAt: string;
            supersedes: string | null;
        };
        Source: {
            system: string;
            locator: string | null;
            sha256: string | null;
            retrieved: string | null;
        } | null;
        /** @description Calendar dates, both ends inclusive; null: open. */
        Period: {
            from: string | null;
            to: string | null;
        };
        /** @description A text in the norm language: a license, an agreement, terms, a consent, a reservation, a policy. */
        Instrument: {
            id: string;
            title: string;
            version?: string;
            source: {
                what: string;
                where: string;
                section?: string;
                retrieved?: string;
            }[];
            /** @enum {string} */
            verified: "primary" | "secondary" | "partial" | "memory" | "unverified";
            reviewed: string;
            reviewBy?: string;
            inForce?: {
                from?: string;
                to?: string;
            };
            norms: {
                /** @description The key under which its own fields stand. */
                kind: string;
                id: string;
                on?: ("materials" | "modification" | "derivative" | "extracted" | "output" | "output-set" | "product" | "free")[];
                when?: string[];
                if?: components["schemas"]["InstrumentPart0"];
                cite: string;
                quote?: string;
                /** @enum {string} */
                verified?: "primary" | "secondary" | "partial" | "memory" | "unverified";
                inForce?: {
                    from?: string;
                    to?: string;
                };
                note?: string;
                permit?: {
                    actions: string[];
                    layers?: ("copyright" | "moral" | "related" | "personal-data" | "contract" | "secret" | "patent" | "personality" | "mark" | "access" | "regulation")[];
                    scope?: ("content" | "database" | "metadata" | "code" | "weights" | "output")[];
                    /** @enum {string} */
                    vests?: "act" | "acquisition" | "generation" | "training" | "acceptance" | "publication" | "release" | "use" | "continuously";
                    duties?: string[];
                    irrevocable?: boolean;
                    offer?: boolean;
                    promise?: boolean;
                };
                prohibit?: {
                    actions: string[];
                    layers?: ("copyright" | "moral" | "related" | "personal-data" | "contract" | "secret" | "patent" | "personality" | "mark" | "access" | "regulation")[];
                    yieldsToLaw?: boolean;
                };
                oblige?: {
                    do: string;
                    text?: string;
                    token?: string;
                    due?: ("before" | "with" | "on-request" | "continuous") | string;
                    /** @enum {string} */
                    reading?: "precondition" | "concurrent" | "after";
                    /** @enum {string} */
                    control?: "own" | "consent";
                    creditor?: string;
                    /** @enum {string} */
                    object?: "acted" | "inner" | "source";
                    evidence?: string[];
                    outbound?: {
                        target?: string[];
                        mustImpose?: string[];
                        noFurtherRestrictions?: boolean;
                        mustPermit?: string[];
                        /** @enum {string} */
                        extent?: "work" | "part";
                    };
                    clashesWith?: {
                        do: string;
                        token?: string;
                    }[];
                };
                except?: {
                    from: string[];
                    actions?: string[];
                };
                assign?: {
                    /** @enum {string} */
                    what: "output" | "derivative" | "improvement";
                    /** @enum {string} */
                    to: "licensee" | "licensor";
                    /** @enum {string} */
                    vests?: "act" | "acquisition" | "generation" | "training" | "acceptance" | "publication" | "release" | "use" | "continuously";
                    ifCompliant?: boolean;
                };
                release?: {
                    actions: string[];
                    from?: string;
                    to?: string;
                };
                waive?: {
                    norms: string[];
                };
                contribute?: {
                    actions: string[];
                    layers?: ("copyright" | "moral" | "related" | "personal-data" | "contract" | "secret" | "patent" | "personality" | "mark" | "access" | "regulation")[];
                    scope?: ("content" | "database" | "metadata" | "code" | "weights" | "output")[];
                };
                reciprocate?: {
                    texts: ("license" | "agreement" | "terms" | "reservation")[];
                    actions: string[];
                };
                convert?: {
                    on?: string;
                    after?: string;
                    to: string;
                };
                survive?: {
                    norms: string[];
                    after: ("term" | "termination" | "withdrawal")[];
                };
                incorporate?: {
                    document: string;
                    /** @enum {string} */
                    mode: "static" | "pinned" | "dynamic";
                    snapshot?: string;
                };
                modify?: {
                    base: string;
                    drop?: string[];
                };
                define?: {
                    term: string;
                    means: string;
                };
                raise?: {
                    /** @enum {string} */
                    layer: "copyright" | "moral" | "related" | "personal-data" | "contract" | "secret" | "patent" | "personality" | "mark" | "access" | "regulation";
                    /** @enum {string} */
                    as: "reserved" | "free";
                    actions?: string[];
                };
                unprotect?: {
                    /** @enum {string} */
                    layer: "copyright" | "moral" | "related" | "personal-data" | "contract" | "secret" | "patent" | "personality" | "mark" | "access" | "regulation";
                    actions?: string[];
                };
                override?: {
                    instruments: ("license" | "agreement" | "terms" | "reservation")[];
                    actions: string[];
                };
                presume?: {
                    fact: string;
                    is: boolean | number | string;
                };
                taint?: {
                    /** @enum {string} */
                    layer: "copyright" | "moral" | "related" | "personal-data" | "contract" | "secret" | "patent" | "personality" | "mark" | "access" | "regulation";
                    through: string[];
                };
                terminate?: {
                    /** @enum {string} */
                    on: "breach" | "litigation" | "cap" | "withdrawal" | "convenience";
                    /** @enum {string} */
                    how: "automatic" | "notice";
                    cure?: string;
                    after?: string;
                    claims?: ("copyright" | "moral" | "related" | "personal-data" | "contract" | "secret" | "patent" | "personality" | "mark" | "access" | "regulation")[];
                    /** @enum {string} */
                    against?: "licensor" | "anyone";
                    sparesDefense?: boolean;
                    ends?: ("copyright" | "moral" | "related" | "personal-data" | "contract" | "secret" | "patent" | "personality" | "mark" | "access" | "regulation")[];
                    reaches?: ("materials" | "modification" | "derivative" | "extracted" | "output" | "output-set" | "product" | "free")[];
                    reinstates?: boolean;
                };
            }[];
            note?: string;
            /** @enum {string} */
            kind: "license" | "agreement" | "terms" | "consent" | "reservation" | "policy";
            spdx?: string;
            names?: string[];
            licensor?: string;
            licensee?: string;
            supersedes?: string;
            compatible?: string[];
            governingLaw?: "silent" | {
                law: string;
                for?: string;
                forum?: string;
                cite?: string;
                /** @enum {string} */
                verified?: "primary" | "secondary" | "partial" | "memory" | "unverified";
            }[];
            approval?: {
                /** @enum {string} */
                osi: "approved" | "not-approved" | "withdrawn" | "submitted" | "not-listed";
                /** @enum {string} */
                osaid?: "compatible" | "plausible" | "incompatible";
            };
            /** @enum {string} */
            rest: "reserved" | "silent";
            speaksOf: {
                training: boolean;
                outputs: boolean;
                weights: boolean;
            };
            imposes?: string[];
            term?: {
                from?: string;
                to?: string;
            };
            /** @enum {string} */
            termsVersion?: "as-accepted" | "as-of-act" | "as-changed";
            bindsBy: ("acceptance" | "reliance" | "affiliate" | "employer" | "flow-down" | "signature")[];
            reach: {
                [key: string]: {
                    [key: string]: ("materials" | "modification" | "derivative" | "extracted" | "output" | "output-set" | "product" | "free") | "silent" | {
                        position: string;
                        options: {
                            [key: string]: ("materials" | "modification" | "derivative" | "extracted" | "output" | "output-set" | "product" | "free") | "silent";
                        };
                    };
                };
            };
            unsupported?: {
                what: string;
                actions?: string[];
                cite: string;
            }[];
            parameters?: {
                [key: string]: string;
            };
            points?: {
                about: string;
                by?: string[];
                why?: string;
            }[];
            noted?: {
                [key: string]: string;
            };
        };
        InstrumentPart0: boolean | "unknown" | {
            all: components["schemas"]["InstrumentPart0"][];
        } | {
            any: components["schemas"]["InstrumentPart0"][];
        } | {
            none: components["schemas"]["InstrumentPart0"][];
        } | {
            position: string;
            options: {
                [key: string]: components["schemas"]["InstrumentPart0"];
            };
        } | {
            purpose: string[];
        } | {
            field: string[];
        } | {
            recipient: string[];
        } | {
            actor: string[];
        } | {
            place: string[];
            /** @enum {string} */
            of?: "act" | "offered" | "hosted" | "used" | "output-shown" | "domicile" | "headquarters";
            /** @enum {string} */
            members?: "at-signature" | "from-time-to-time";
        } | {
            quantity: string;
            /** @enum {string} */
            of: "act" | "source" | "object" | "actor" | "group" | "use" | "licensor" | "recipient";
            /** @enum {string} */
            at?: "act" | "acquisition" | "generation" | "training" | "acceptance" | "publication" | "release" | "use" | "continuously";
            atMost?: number;
            below?: number;
            above?: number;
            atLeast?: number;
            unit?: string;
            per?: string;
            sticky?: boolean;
        } | {
            fact: string;
            /** @enum {string} */
            of?: "act" | "source" | "object" | "actor" | "group" | "use" | "licensor" | "recipient";
            is?: boolean | number | string;
            oneOf?: (boolean | number | string)[];
            recorded?: boolean;
        } | {
            /** @enum {string} */
            date: "act" | "acquisition" | "generation" | "training" | "acceptance" | "publication" | "release" | "use" | "continuously";
            from?: string;
            to?: string;
        } | {
            kind: string[];
            /** @enum {string} */
            of?: "source" | "object";
        } | {
            derivation: string[];
        } | {
            asserted: string;
        } | {
            exposure: string;
            oneOf: ("covered" | "cured" | "released" | "open")[];
        };
        Acceptance: {
            instrument: string;
            party: string;
            on: string | null;
            version: string | null;
            evidence: string | null;
        };
        LifeEvent: {
            id: string;
            /** @enum {string} */
            kind: "amended" | "crossed" | "breach-alleged" | "breach-concluded" | "noticed" | "cured" | "terminated" | "reinstated" | "withdrawn" | "converted" | "released" | "erasure-requested" | "deleted" | "fulfilled" | "litigation" | "gone-public" | "paid";
            of: string;
            party: string | null;
            part: string | null;
            on: string;
            recordedAt: string;
            evidence: string | null;
            duty: string | null;
            quantity: string | null;
            to?: string;
            suit?: {
                claims: ("copyright" | "moral" | "related" | "personal-data" | "contract" | "secret" | "patent" | "personality" | "mark" | "access" | "regulation")[] | null;
                against: string | null;
                defensive: boolean | null;
            };
        };
        Derivation: {
            id: string;
            from: string[];
            to: string | null;
            by: string;
            who: string;
            during: components["schemas"]["Period"];
            in: string[];
            purpose: string[];
            field: string[];
            facts: components["schemas"]["FactRecord"][];
            acts: {
                act: string;
                of: string;
                until: string | null;
            }[];
        };
        FactRecord: {
            fact: string;
            value: boolean | number | string;
            during: components["schemas"]["Period"];
        };
        Asset: {
            id: string;
            kind: string;
            version: string | null;
            digest: string | null;
            licensor: string | null;
            source: string | null;
            modality: string[];
            /** @enum {string|null} */
            upstream: "complete" | "partial" | "undisclosed" | null;
            published: string | null;
            acquired: components["schemas"]["Acquisition"][];
            parts: {
                id: string;
                /** @enum {string|null} */
                scope: "content" | "database" | "metadata" | "code" | "weights" | "output" | null;
            }[];
            placeholder: boolean;
        };
        Acquisition: {
            id?: string;
            who: string;
            in: string | null;
            on: string | null;
            how: string | null;
            purpose: string[];
            field: string[];
            facts: components["schemas"]["FactRecord"][];
        };
        Party: {
            id: string;
            kind: string | null;
            domicile: string | null;
            headquarters: string | null;
            controlledBy: {
                party: string;
                during: components["schemas"]["Period"];
            }[];
            quantities: components["schemas"]["QuantityRecord"][];
            facts: components["schemas"]["FactRecord"][];
        };
        QuantityRecord: {
            quantity: string;
            atLeast: number | null;
            atMost: number | null;
            unit: string | null;
            during: components["schemas"]["Period"];
        };
        AdoptedPosition: {
            position: string;
            territory: string;
            option: string;
            by: string | null;
            on: string | null;
        };
        Waiver: {
            id: string;
            use: string | null;
            asset: string | null;
            kind: string;
            reason: string;
            by: string;
            from: string | null;
            until: string;
        };
        /**
         * Impact
         * @description Schema urn:cleartitle:schema:impact:1.
         */
        Impact: {
            /** @constant */
            $schema: "urn:cleartitle:schema:impact:1";
            /** @constant */
            version: 1;
            everything: string | null;
            uses: {
                use: string;
                of: string;
                before: {
                    /** @enum {unknown} */
                    decision: "cleared" | "conditional" | "unresolved" | "blocked";
                    byTerritory: {
                        territories: string[];
                        /** @enum {unknown} */
                        decision: "cleared" | "conditional" | "unresolved" | "blocked";
                    }[];
                } | null;
                after: {
                    /** @enum {unknown} */
                    decision: "cleared" | "conditional" | "unresolved" | "blocked";
                    byTerritory: {
                        territories: string[];
                        /** @enum {unknown} */
                        decision: "cleared" | "conditional" | "unresolved" | "blocked";
                    }[];
                } | null;
                /** @enum {unknown} */
                change: "better" | "worse" | "mixed" | "reasons" | "same" | "new" | "gone";
                effects: {
                    territories: string[];
                    /** @enum {unknown} */
                    before: "cleared" | "conditional" | "unresolved" | "blocked";
                    /** @enum {unknown} */
                    after: "cleared" | "conditional" | "unresolved" | "blocked";
                }[];
                differs: string[];
                territories: {
                    gone: string[];
                    new: string[];
                };
                reasons: {
                    gone: string[];
                    new: string[];
                };
                obligations: {
                    gone: string[];
                    new: string[];
                };
                exposure: {
                    gone: string[];
                    new: string[];
                };
                findings: {
                    gone: string[];
                    new: string[];
                };
            }[];
            untouched: number;
            cut: {
                budget: number;
                left: string[];
            } | null;
            basis: {
                before: {
                    catalogue: string;
                    taxonomies: string;
                    groups: string;
                    graph: string;
                    positions: string;
                    engine: string;
                    asOf: string;
                    knownAt: string;
                } | null;
                after: {
                    catalogue: string;
                    taxonomies: string;
                    groups: string;
                    graph: string;
                    positions: string;
                    engine: string;
                    asOf: string;
                    knownAt: string;
                } | null;
            };
        };
        ListedWorkspace: {
            /** @example acme */
            id: string;
            /** @description What the caller is in it. */
            roles: string[];
        };
        Workspace: {
            /** @example acme */
            id: string;
            /** @description The newest change set; 0: nothing was recorded yet. */
            changeSet: number;
            us: string | null;
            /** @enum {string|null} */
            profile: "cautious" | "strict" | "permissive" | null;
            counts: {
                assets: number;
                derivations: number;
                statements: number;
                parties: number;
                uses: number;
                instruments: number;
                /** @description What of the evidence could not be read when it was imported, and so has no part in any answer. */
                notRead: number;
            };
        };
        Use: {
            name: string;
            of: string;
            actions: string[];
            actor: string;
            recipients: {
                role: string;
                in: string[];
                actions: string[];
            }[];
            as: string | null;
            named: string | null;
            purpose: string[];
            field: string[];
            in: string[];
            hosted: string[];
            on: string;
            scale: components["schemas"]["QuantityRecord"][];
            facts: components["schemas"]["FactRecord"][];
        };
        Observation: {
            id: string;
            of: string;
            at: string;
            mechanism: string;
            /** @enum {string} */
            value: "reserved" | "open" | "absent";
            form: string;
            sha256: string | null;
        };
        TitleRecord: {
            asset: string;
            /** @enum {string} */
            layer: "copyright" | "moral" | "related" | "personal-data" | "contract" | "secret" | "patent" | "personality" | "mark" | "access" | "regulation";
            to: string;
            from: string | null;
            /** @enum {string} */
            how: "creation" | "employment" | "commission" | "assignment" | "order";
            on: string | null;
            in: string[];
            share: number;
            evidence: string | null;
        };
        Claim: {
            asset: string;
            by: string;
            /** @enum {string} */
            layer: "copyright" | "moral" | "related" | "personal-data" | "contract" | "secret" | "patent" | "personality" | "mark" | "access" | "regulation";
            says: string;
            settled: boolean;
        };
        AssetRow: {
            id: string;
            kind: string;
            version: string | null;
            licensor: string | null;
            /** @description The one license of the catalogue that the records name. */
            license: string | null;
            /** @enum {string} */
            licenseClass: "placeholder" | "license-not-recorded" | "names-no-license" | "family-only" | "name-unknown" | "terms-unknown" | "terms-not-verified" | "several-no-operator" | "terms-known";
            /** @description As it was recorded; several where sources differ. */
            licenseSaid: string[];
            layers: string[];
            findings: number;
            /**
             * @description The worst that it is a reason for in an answer; null: no use reaches it.
             * @enum {string|null}
             */
            severity: "cleared" | "conditional" | "unresolved" | "blocked" | null;
            uses: number;
            sources: number;
            results: number;
            placeholder: boolean;
        };
        AssetFacets: {
            kind: {
                value: string;
                count: number;
            }[];
            license: {
                value: string;
                count: number;
            }[];
            licenseClass: {
                value: string;
                count: number;
            }[];
            layer: {
                value: string;
                count: number;
            }[];
            severity: {
                value: string;
                count: number;
            }[];
            findings: {
                value: string;
                count: number;
            }[];
            placeholder: {
                value: string;
                count: number;
            }[];
        };
        AssetSheet: {
            changeSet: number;
            day: string;
            asset: components["schemas"]["Asset"];
            license: {
                /** @enum {string} */
                class: "placeholder" | "license-not-recorded" | "names-no-license" | "family-only" | "name-unknown" | "terms-unknown" | "terms-not-verified" | "several-no-operator" | "terms-known";
                id: string | null;
            };
            matters: components["schemas"]["AssetMatter"][];
            moreMatters: number;
            title: components["schemas"]["TitleRecord"][];
            claims: components["schemas"]["Claim"][];
            observations: components["schemas"]["Observation"][];
            /** @description Texts of this workspace that cover it, and who accepted them. */
            agreements: {
                instrument: string;
                acceptances: components["schemas"]["Acceptance"][];
            }[];
            sources: number;
            results: number;
            findings: components["schemas"]["Finding"][];
            moreFindings: number;
            answers: {
                use: string;
                /** @enum {string} */
                decision: "cleared" | "conditional" | "unresolved" | "blocked";
                /**
                 * @description The worst that the asset is a reason for.
                 * @enum {string}
                 */
                verdict: "cleared" | "conditional" | "unresolved" | "blocked";
                roles: string[];
                layers: string[];
            }[];
            moreAnswers: number;
        };
        /** @description Everything that was recorded of one matter, side by side. */
        AssetMatter: {
            what: string;
            part: string | null;
            scope: string | null;
            /** @description Id of the statement that counts alone. */
            concluded: string | null;
            /** @description What counts differs. */
            conflict: boolean;
            said: components["schemas"]["SaidOfAsset"][];
            more: number;
        };
        SaidOfAsset: {
            statement: components["schemas"]["Statement"];
            /**
             * @description `concluded`: it counts alone; `candidate`: it counts beside others; `corrected`: a later one corrects it; `outranked`: another one counts instead; `other-time`: it is not of this day.
             * @enum {string}
             */
            place: "concluded" | "candidate" | "corrected" | "outranked" | "other-time";
        };
        Finding: {
            fingerprint: string;
            /** @enum {string} */
            about: "records" | "rights";
            /** @description What a waiver of it names. */
            kind: string;
            /**
             * @description The worst answer that it has a part in; null: no use reaches it.
             * @enum {string|null}
             */
            severity: "cleared" | "conditional" | "unresolved" | "blocked" | null;
            asset: string | null;
            /** @enum {string|null} */
            layer: "copyright" | "moral" | "related" | "personal-data" | "contract" | "secret" | "patent" | "personality" | "mark" | "access" | "regulation" | null;
            action: string | null;
            instrument: string | null;
            cite: string | null;
            detail: string;
            /** @description How to settle it; empty: nothing is known to. */
            settle: string;
            /** @description Uses that it bears on, 20 at most. */
            uses: string[];
            useCount: number;
            /** @description By which it is accepted for every one of these uses. */
            waiver: {
                id: string;
                reason: string;
                by: string;
                until: string;
            } | null;
            /** @description A waiver that ended, where none holds. */
            expired: string | null;
        };
        AssetChange: {
            number: number;
            at: string;
            by: string;
            why: string | null;
            /** @description Kinds of records with how many about the asset were written, and how many taken out. */
            touched: {
                section: string;
                written: number;
                gone: number;
            }[];
        };
        Neighborhood: {
            changeSet: number;
            center: components["schemas"]["GraphNode"];
            sources: components["schemas"]["GraphSide"];
            results: components["schemas"]["GraphSide"];
            /** @description false: the answer has more reasons than were looked at, so that a verdict may be missing. */
            complete: boolean;
        };
        GraphNode: {
            id: string;
            kind: string;
            version: string | null;
            placeholder: boolean;
            /** @description Steps to what it was made of, shown or not. */
            sources: number;
            results: number;
            /** @description What the answer of the use that was named says of it; null: it is no reason, or no use was named. */
            verdict: {
                /** @enum {string} */
                decision: "cleared" | "conditional" | "unresolved" | "blocked";
                roles: string[];
                layers: string[];
            } | null;
        };
        /** @description Steps in one direction; `next` is the cursor of the following ones. */
        GraphSide: {
            total: number;
            items: components["schemas"]["GraphStep"][];
            next: string | null;
        };
        /** @description A step and what stands at its other end. `from` and `to` are the days of it. */
        GraphStep: {
            derivation: string;
            by: string;
            who: string;
            from: string | null;
            to: string | null;
            node: components["schemas"]["GraphNode"];
        };
        GraphWay: {
            changeSet: number;
            /**
             * @description `sources`: the second is among what the first was made of; `results`: the other way around; null: there is no way.
             * @enum {string|null}
             */
            direction: "sources" | "results" | null;
            center: components["schemas"]["GraphNode"];
            steps: components["schemas"]["GraphStep"][];
            /** @description Steps beyond those told. */
            cut: number;
        };
        /** @description On the first page alone. */
        FindingCounts: {
            kinds: {
                [key: string]: number;
            };
            severities: {
                [key: string]: number;
            };
            waived: number;
            total: number;
        } | null;
        ReleaseBrief: {
            use: string;
            of: string;
            actions: string[];
            purpose: string[];
            in: string[];
            /** @description The day it was decided for: its own, or the day asked for where that is later. */
            on: string;
            /** @enum {string} */
            decision: "cleared" | "conditional" | "unresolved" | "blocked";
            places: components["schemas"]["PlaceStatus"][];
            /** @description Reasons that keep it from being clear. */
            open: {
                blocked: number;
                unresolved: number;
            };
            obligations: {
                open: number;
                overdue: number;
                met: number;
                if: number;
            };
            /** @description Past acts that are open or unknown. */
            exposure: number;
            recorded: components["schemas"]["RecordedBrief"];
            since: components["schemas"]["SinceBrief"];
        };
        PlaceStatus: {
            place: string;
            /** @enum {string} */
            decision: "cleared" | "conditional" | "unresolved" | "blocked";
            counts: {
                cleared?: number;
                conditional?: number;
                unresolved?: number;
                blocked?: number;
            };
        };
        /** @description The latest decision that somebody recorded. */
        RecordedBrief: {
            number: number;
            /** @enum {string} */
            status: "cleared" | "conditional" | "unresolved" | "blocked";
            changeSet: number;
            at: string;
            by: string;
            /** @description It was asked as the use is recorded: in its places, under the profile of the workspace, of all that is known. */
            same: boolean;
        } | null;
        /** @description What is otherwise than the recorded decision; null: none is recorded, or it was asked otherwise. */
        SinceBrief: {
            changed: boolean;
            /** @enum {string} */
            before: "cleared" | "conditional" | "unresolved" | "blocked";
            /** @enum {string} */
            after: "cleared" | "conditional" | "unresolved" | "blocked";
            better: number;
            worse: number;
            newReasons: number;
            goneReasons: number;
            newObligations: number;
            goneObligations: number;
        } | null;
        Release: {
            use: string;
            of: string;
            actions: string[];
            purpose: string[];
            in: string[];
            /** @description The day it was decided for: its own, or the day asked for where that is later. */
            on: string;
            /** @enum {string} */
            decision: "cleared" | "conditional" | "unresolved" | "blocked";
            places: components["schemas"]["PlaceStatus"][];
            /** @description Reasons that keep it from being clear. */
            open: {
                blocked: number;
                unresolved: number;
            };
            obligations: {
                open: number;
                overdue: number;
                met: number;
                if: number;
            };
            /** @description Past acts that are open or unknown. */
            exposure: number;
            recorded: components["schemas"]["RecordedBrief"];
            changeSet: number;
            day: string;
            byTerritory: {
                territories: string[];
                /** @enum {string} */
                decision: "cleared" | "conditional" | "unresolved" | "blocked";
                reasons: string[];
            }[];
            /** @description Those that are not cleared, worst first, the first 50 groups. */
            reasons: components["schemas"]["AnswerReason"][];
            hiddenReasons: number;
            since: components["schemas"]["Since"];
        };
        AnswerReason: {
            id: string;
            /** @enum {string} */
            decision: "cleared" | "conditional" | "unresolved" | "blocked";
            /** @enum {string} */
            tense: "present" | "past";
            asset: string;
            layer: string;
            action: string;
            act: string | null;
            instrument: string | null;
            norm: string | null;
            outcome: string;
            cite: string | null;
            territories: string[];
            says: string;
        };
        Since: {
            changed: boolean;
            decision: {
                /** @enum {string} */
                before: "cleared" | "conditional" | "unresolved" | "blocked";
                /** @enum {string} */
                after: "cleared" | "conditional" | "unresolved" | "blocked";
            };
            places: {
                better: string[];
                worse: string[];
                new: string[];
                gone: string[];
            };
            reasons: {
                new: components["schemas"]["SinceEntry"][];
                gone: components["schemas"]["SinceEntry"][];
            };
            obligations: {
                new: components["schemas"]["SinceEntry"][];
                gone: components["schemas"]["SinceEntry"][];
            };
        } | null;
        SinceEntry: {
            asset: string;
            what: string;
            /** @enum {string|null} */
            decision: "cleared" | "conditional" | "unresolved" | "blocked" | null;
            says: string;
        };
        Obligation: {
            id: string;
            release: string;
            of: string;
            do: string;
            says: string;
            text: string | null;
            debtor: string;
            creditor: string | null;
            object: string;
            trigger: string;
            due: string;
            /** @description The day by which it is due; null: with an act, or always. */
            dueOn: string | null;
            when: string;
            /** @enum {string} */
            state: "open" | "overdue" | "met" | "if";
            /** @description The unknown on which it hangs. */
            if: string | null;
            instrument: string;
            norm: string;
            cite: string;
            /** @description Evidence that the text asks for. */
            needs: string[];
            /** @description Records that it was done; where `state` is not `met` they are of another act, or came too early. */
            done: {
                event: string;
                on: string;
                party: string | null;
                evidence: string | null;
                recordedAt: string;
            }[];
        };
        Agreement: {
            id: string;
            title: string;
            state: components["schemas"]["AgreementState"];
            /** @description Why it is not known whether it still runs; null: it is known. */
            openEnd: string | null;
            turn: components["schemas"]["AgreementSide"];
            ours: components["schemas"]["AgreementSide"];
            parties: {
                id: string;
                role: string;
                name: string | null;
            }[];
            assets: string[];
            topics: string[];
            version: number;
            signedOn: string | null;
            from: string | null;
            /** @description Last day of the term, after the renewals that are recorded; null: none is known. */
            to: string | null;
            /** @description The last day in force: of the term, or before it where an end is recorded. */
            lastDay: string | null;
            evergreen: boolean;
            renewal: {
                /** @description Last day to say no. */
                noticeBy: string | null;
                /** @description Until when it runs where nobody says no. */
                until: string | null;
                stopped: {
                    on: string;
                    side: string;
                    /** @description Who says that it counts, of a notice that came too late for the term in which it was given. */
                    who: string | null;
                } | null;
                /** @description Notices of which nobody has said whether they count for the next term; while there is one, the end is open. */
                open: {
                    /** @enum {string} */
                    question: "late-notice" | "overtaken-notice";
                    /** @description The step by which the notice was recorded. */
                    step: number;
                    on: string;
                    side: string;
                    noticeBy: string | null;
                    daysLate: number;
                    /** @description Last day of the term in which it was given. */
                    term: string;
                    /** @description Last day if it counts for the next term, and until when it goes on if it does not and nobody says no. */
                    ends: {
                        counting: string | null;
                        otherwise: string | null;
                    };
                    says: string;
                }[];
            } | null;
            amendments: number;
            /** @description Amendments that wait for signatures. */
            waiting: number;
            steps: number;
            changedAt: string;
            /** @description Faults by which the clauses of today cannot read it; 0: they can. */
            unreadable: number;
        };
        /**
         * @description On the day that is asked for. `past-term`: its last day is over, it renews by itself, and nobody recorded whether it did.
         * @enum {string}
         */
        AgreementState: "draft" | "sent" | "signed" | "past-term" | "ended" | "withdrawn";
        /**
         * @description Whose move it is.
         * @enum {string|null}
         */
        AgreementSide: "licensor" | "licensee" | null;
        AgreementDetail: components["schemas"]["Agreement"] & {
            versions: components["schemas"]["AgreementVersion"][];
            /** @description On the newest version. */
            signatures: {
                side: components["schemas"]["AgreementSide"];
                on: string;
                evidence: string;
                by: string;
            }[];
            amended: components["schemas"]["AgreementAmendment"][];
            timeline: {
                number: number;
                step: string;
                by: string;
                at: string;
                content: {
                    /** @enum {string} */
                    step: "draft";
                    digest: string;
                    note?: string;
                } | {
                    /** @enum {string} */
                    step: "receive";
                    digest: string;
                    on: string;
                    evidence?: string;
                } | {
                    /** @enum {string} */
                    step: "send";
                    on: string;
                    evidence?: string;
                } | {
                    /** @enum {string} */
                    step: "sign";
                    digest: string;
                    amendment?: string;
                    /** @enum {string} */
                    side: "licensor" | "licensee";
                    on: string;
                    evidence: string;
                } | {
                    /** @enum {string} */
                    step: "withdraw";
                    on: string;
                    /** @enum {string} */
                    side: "licensor" | "licensee";
                    why: string;
                } | {
                    /** @enum {string} */
                    step: "amend";
                    digest: string;
                    amendment: string;
                    from: string;
                } | {
                    /** @enum {string} */
                    step: "notice";
                    on: string;
                    /** @enum {string} */
                    side: "licensor" | "licensee";
                    /** @enum {string} */
                    of?: "renewal" | "breach" | "exit";
                    evidence?: string;
                } | {
                    /** @enum {string} */
                    step: "settle";
                    on: string;
                    notice: number;
                    counts: boolean;
                    who: string;
                    why?: string;
                    evidence?: string;
                } | {
                    /** @enum {string} */
                    step: "renew";
                    on: string;
                    until: string;
                } | {
                    /** @enum {string} */
                    step: "end";
                    on: string;
                    /** @enum {string} */
                    how: "termination" | "withdrawal";
                    /** @enum {string} */
                    side: "licensor" | "licensee";
                    why: string;
                    evidence?: string;
                };
                /** @description What it made of the title records; null: nothing. */
                changeSet: number | null;
            }[];
            next: {
                step: string;
                /** @description Why it cannot come next; null: it can. */
                why: string | null;
            }[];
            end: {
                on: string;
                how: string;
                side: components["schemas"]["AgreementSide"];
                why: string;
                evidence: string | null;
            } | null;
            withdrawn: {
                on: string;
                side: components["schemas"]["AgreementSide"];
                why: string;
            } | null;
            problems: string[];
        };
        AgreementVersion: {
            number: number;
            side: components["schemas"]["AgreementSide"];
            digest: string;
            by: string;
            at: string;
            /** @description The day on which the other side got it, or it came from there; from then on it is frozen. null: nobody else has seen it. */
            frozenOn: string | null;
        };
        AgreementAmendment: {
            id: string;
            digest: string;
            from: string;
            by: string;
            at: string;
            topics: string[];
            signatures: {
                side: components["schemas"]["AgreementSide"];
                on: string;
                evidence: string;
                by: string;
            }[];
            signedOn: string | null;
        };
        AgreementDuty: {
            id: string;
            agreement: string;
            /** @enum {string} */
            kind: "duty" | "day" | "window";
            topic: string;
            cite: string;
            who: string[];
            what: string;
            trigger: string | null;
            within: string | null;
            every: string | null;
            on: string | null;
        };
        /** @description null: the clauses of today cannot read it. */
        AgreementTerms: {
            clauses: components["schemas"]["AgreementClause"][];
            /** @description What the engine decides with; each cites its sentence. */
            norms: components["schemas"]["WrittenNorm"][];
            days: {
                topic: string;
                id: string;
                cite: string;
                what: string;
                on: string | null;
                waitsFor: string | null;
            }[];
            notCompiled: {
                topic: string;
                cite: string;
                text: string;
                why: string;
                touches: string[] | "all" | null;
            }[];
        } | null;
        AgreementClause: {
            topic: string;
            /** @description The number of its topic, by which it is cited. */
            number: number;
            /** @description Its number in the document; null: an amendment brought it. */
            inDocument: string | null;
            title: string;
            version: string;
            text: string[];
            /** @description The amendment that it comes from; null: it is as it was signed. */
            amendedBy: string | null;
        };
        WrittenNorm: {
            id: string;
            on?: ("materials" | "modification" | "derivative" | "extracted" | "output" | "output-set" | "product" | "free")[];
            when?: string[];
            if?: components["schemas"]["WrittenNormPart0"];
            cite: string;
            quote?: string;
            /** @enum {string} */
            verified?: "primary" | "secondary" | "partial" | "memory" | "unverified";
            inForce?: {
                from?: string;
                to?: string;
            };
            note?: string;
            permit?: {
                actions: string[];
                layers?: ("copyright" | "moral" | "related" | "personal-data" | "contract" | "secret" | "patent" | "personality" | "mark" | "access" | "regulation")[];
                scope?: ("content" | "database" | "metadata" | "code" | "weights" | "output")[];
                /** @enum {string} */
                vests?: "act" | "acquisition" | "generation" | "training" | "acceptance" | "publication" | "release" | "use" | "continuously";
                duties?: string[];
                irrevocable?: boolean;
                offer?: boolean;
                promise?: boolean;
            };
            prohibit?: {
                actions: string[];
                layers?: ("copyright" | "moral" | "related" | "personal-data" | "contract" | "secret" | "patent" | "personality" | "mark" | "access" | "regulation")[];
                yieldsToLaw?: boolean;
            };
            oblige?: {
                do: string;
                text?: string;
                token?: string;
                due?: ("before" | "with" | "on-request" | "continuous") | string;
                /** @enum {string} */
                reading?: "precondition" | "concurrent" | "after";
                /** @enum {string} */
                control?: "own" | "consent";
                creditor?: string;
                /** @enum {string} */
                object?: "acted" | "inner" | "source";
                evidence?: string[];
                outbound?: {
                    target?: string[];
                    mustImpose?: string[];
                    noFurtherRestrictions?: boolean;
                    mustPermit?: string[];
                    /** @enum {string} */
                    extent?: "work" | "part";
                };
                clashesWith?: {
                    do: string;
                    token?: string;
                }[];
            };
            except?: {
                from: string[];
                actions?: string[];
            };
            assign?: {
                /** @enum {string} */
                what: "output" | "derivative" | "improvement";
                /** @enum {string} */
                to: "licensee" | "licensor";
                /** @enum {string} */
                vests?: "act" | "acquisition" | "generation" | "training" | "acceptance" | "publication" | "release" | "use" | "continuously";
                ifCompliant?: boolean;
            };
            release?: {
                actions: string[];
                from?: string;
                to?: string;
            };
            waive?: {
                norms: string[];
            };
            contribute?: {
                actions: string[];
                layers?: ("copyright" | "moral" | "related" | "personal-data" | "contract" | "secret" | "patent" | "personality" | "mark" | "access" | "regulation")[];
                scope?: ("content" | "database" | "metadata" | "code" | "weights" | "output")[];
            };
            reciprocate?: {
                texts: ("license" | "agreement" | "terms" | "reservation")[];
                actions: string[];
            };
            convert?: {
                on?: string;
                after?: string;
                to: string;
            };
            survive?: {
                norms: string[];
                after: ("term" | "termination" | "withdrawal")[];
            };
            incorporate?: {
                document: string;
                /** @enum {string} */
                mode: "static" | "pinned" | "dynamic";
                snapshot?: string;
            };
            modify?: {
                base: string;
                drop?: string[];
            };
            define?: {
                term: string;
                means: string;
            };
            raise?: {
                /** @enum {string} */
                layer: "copyright" | "moral" | "related" | "personal-data" | "contract" | "secret" | "patent" | "personality" | "mark" | "access" | "regulation";
                /** @enum {string} */
                as: "reserved" | "free";
                actions?: string[];
            };
            unprotect?: {
                /** @enum {string} */
                layer: "copyright" | "moral" | "related" | "personal-data" | "contract" | "secret" | "patent" | "personality" | "mark" | "access" | "regulation";
                actions?: string[];
            };
            override?: {
                instruments: ("license" | "agreement" | "terms" | "reservation")[];
                actions: string[];
            };
            presume?: {
                fact: string;
                is: boolean | number | string;
            };
            taint?: {
                /** @enum {string} */
                layer: "copyright" | "moral" | "related" | "personal-data" | "contract" | "secret" | "patent" | "personality" | "mark" | "access" | "regulation";
                through: string[];
            };
            terminate?: {
                /** @enum {string} */
                on: "breach" | "litigation" | "cap" | "withdrawal" | "convenience";
                /** @enum {string} */
                how: "automatic" | "notice";
                cure?: string;
                after?: string;
                claims?: ("copyright" | "moral" | "related" | "personal-data" | "contract" | "secret" | "patent" | "personality" | "mark" | "access" | "regulation")[];
                /** @enum {string} */
                against?: "licensor" | "anyone";
                sparesDefense?: boolean;
                ends?: ("copyright" | "moral" | "related" | "personal-data" | "contract" | "secret" | "patent" | "personality" | "mark" | "access" | "regulation")[];
                reaches?: ("materials" | "modification" | "derivative" | "extracted" | "output" | "output-set" | "product" | "free")[];
                reinstates?: boolean;
            };
        };
        WrittenNormPart0: boolean | "unknown" | {
            all: components["schemas"]["WrittenNormPart0"][];
        } | {
            any: components["schemas"]["WrittenNormPart0"][];
        } | {
            none: components["schemas"]["WrittenNormPart0"][];
        } | {
            position: string;
            options: {
                [key: string]: components["schemas"]["WrittenNormPart0"];
            };
        } | {
            purpose: string[];
        } | {
            field: string[];
        } | {
            recipient: string[];
        } | {
            actor: string[];
        } | {
            place: string[];
            /** @enum {string} */
            of?: "act" | "offered" | "hosted" | "used" | "output-shown" | "domicile" | "headquarters";
            /** @enum {string} */
            members?: "at-signature" | "from-time-to-time";
        } | {
            quantity: string;
            /** @enum {string} */
            of: "act" | "source" | "object" | "actor" | "group" | "use" | "licensor" | "recipient";
            /** @enum {string} */
            at?: "act" | "acquisition" | "generation" | "training" | "acceptance" | "publication" | "release" | "use" | "continuously";
            atMost?: number;
            below?: number;
            above?: number;
            atLeast?: number;
            unit?: string;
            per?: string;
            sticky?: boolean;
        } | {
            fact: string;
            /** @enum {string} */
            of?: "act" | "source" | "object" | "actor" | "group" | "use" | "licensor" | "recipient";
            is?: boolean | number | string;
            oneOf?: (boolean | number | string)[];
            recorded?: boolean;
        } | {
            /** @enum {string} */
            date: "act" | "acquisition" | "generation" | "training" | "acceptance" | "publication" | "release" | "use" | "continuously";
            from?: string;
            to?: string;
        } | {
            kind: string[];
            /** @enum {string} */
            of?: "source" | "object";
        } | {
            derivation: string[];
        } | {
            asserted: string;
        } | {
            exposure: string;
            oneOf: ("covered" | "cured" | "released" | "open")[];
        };
        AgreementClauseChange: {
            topic: string;
            title: string;
            /** @enum {string} */
            change: "same" | "words" | "new" | "gone";
            before: {
                version: string;
                text: string[];
            } | null;
            after: {
                version: string;
                text: string[];
            } | null;
        };
        AgreementRunbook: {
            agreement: string;
            lastDay: string;
            from: string;
            /** @enum {string} */
            how: "term" | "termination" | "withdrawal";
            steps: {
                /** @enum {string} */
                kind: "stop" | "delete" | "certify" | "do" | "keep" | "find-out";
                asset: string | null;
                roles: string[];
                what: string;
                who: string;
                /** @description Last day; null: no day is known. */
                by: string | null;
                when: string | null;
                instrument: string | null;
                cite: string | null;
                quote: string | null;
                acts: string[];
                settle: string[];
            }[];
            survives: {
                cite: string;
                quote: string | null;
                norms: string[];
                isConditional: boolean;
            }[];
            releases: {
                use: string;
                of: string;
                /** @enum {string} */
                before: "cleared" | "conditional" | "unresolved" | "blocked";
                /** @enum {string} */
                after: "cleared" | "conditional" | "unresolved" | "blocked";
            }[];
            cut: {
                budget: number;
                left: string[];
            } | null;
            /** @description It is not signed: told as if it were. */
            supposed: boolean;
            changeSet: number;
        };
        Run: {
            number: number;
            kind: string;
            /** @enum {string} */
            state: "waiting" | "working" | "done" | "dead" | "cancelled";
            at: string;
            by: string;
            attempt: number;
            finishedAt: string | null;
            result?: unknown;
            problem: components["schemas"]["ProblemEntry"] & (Record<string, never> | null);
        };
        Reading: {
            number: number;
            name: string;
            /** @description Digest under which the document is kept as evidence; null: it was redacted. */
            document: string | null;
            state: components["schemas"]["ReadingState"];
            format: string | null;
            pages: number | null;
            characters: number | null;
            title: string | null;
            /** @description As the program read them. */
            parties: string[];
            /** @description Clauses that the program found. */
            fields: number;
            /** @description Fields by the last word on each; `open`: nobody said anything yet. */
            said: {
                accepted: number;
                corrected: number;
                rejected: number;
                added: number;
                open: number;
            };
            /** @description The agreement that was begun with it. */
            agreement: string | null;
            problems: components["schemas"]["ProblemEntry"][];
            by: string;
            at: string;
            steps: number;
        };
        /**
         * @description `refused`: it could not be read, and `problems` say why.
         * @enum {string}
         */
        ReadingState: "read" | "refused" | "redacted";
        ReadingDetail: components["schemas"]["Reading"] & {
            opinion: components["schemas"]["ReadingOpinion"] | null;
            /** @description The language model that may be asked; null: whoever runs the server named none. */
            mayAsk: string | null;
            notes: string[];
            /** @description Which weights read it. */
            weights: string | null;
            /** @description This program has other weights: it might find other clauses. */
            isOfOtherWeights: boolean;
            kinds: components["schemas"]["ReadKind"][];
            /** @description What persons said of an earlier reading, and has no place in this one: to be looked at anew. */
            askedAgain: {
                /** @description As it was called in the reading before. */
                field: string;
                quote: string;
                /** @enum {string} */
                verdict: "accepted" | "corrected" | "rejected" | "added";
                by: string;
                at: string;
            }[];
            /** @description The text in parts, each asked for by its number, from 0. */
            blocks: {
                start: number;
                end: number;
                page: number | null;
                paragraphs: number;
            }[];
        };
        /** @description What a language model said: nobody checked it, but every quote stands in the document. */
        ReadingOpinion: {
            model: string;
            /** @description Who asked it. */
            by: string;
            at: string;
            notes: string[];
            kinds: {
                kind: string;
                clauses: {
                    start: number;
                    end: number;
                    page: number | null;
                    quote: string;
                    number: string | null;
                    heading: string | null;
                    /** @description The field of the reading that it is; null: the program did not tell it. */
                    field: string | null;
                }[];
            }[];
        };
        ReadKind: {
            kind: string;
            isAi: boolean;
            /** @description Topic of the house on which it speaks. */
            topic: string | null;
            /** @description How a value of it is written by hand; null: of this kind none is typed. */
            writtenLike: string | null;
            /** @description Empty: not found, which is no word that the document is silent. */
            fields: components["schemas"]["ReadField"][];
            /** @description Of a kind that was not found, the best that was not likely enough. */
            nearest: components["schemas"]["ReadClause"] | null;
        };
        ReadField: components["schemas"]["ReadClause"] & {
            id: string;
            /** @enum {string} */
            state: "open" | "accepted" | "corrected" | "rejected" | "added";
            values: {
                /** @description As `correct` takes it: `US-NY`, `2026-12-01`, `P90D`, `USD 100000`. */
                says: string;
                /** @description The words that state it; null: a person said it. */
                quote: string | null;
                start: number | null;
                end: number | null;
            }[];
            /** @description All that was said of it, the last one holds. */
            reviews: components["schemas"]["ReadingReview"][];
        };
        ReadingReview: {
            /** @enum {string} */
            verdict: "accepted" | "corrected" | "rejected" | "added";
            by: string;
            at: string;
            why: string | null;
            values: string[];
        };
        ReadClause: {
            start: number;
            end: number;
            page: number | null;
            quote: string;
            number: string | null;
            heading: string | null;
            /** @description 0 to 1; null: a person found it. */
            confidence: number | null;
        };
        /** @description Offsets count the characters (UTF-16) of the one text of the document. */
        ReadingText: {
            number: number;
            paragraphs: {
                index: number;
                start: number;
                end: number;
                page: number | null;
                number: string | null;
                heading: {
                    start: number;
                    end: number;
                } | null;
                text: string;
            }[];
        };
        ReadDeal: {
            deal?: components["schemas"]["Deal"];
            clauses: components["schemas"]["DealClause"][];
            unread: components["schemas"]["UnreadSentence"][];
            findings: components["schemas"]["DealFinding"][];
            /** @description Topics on which the deal says nothing. */
            silentOn: string[];
        };
        Deal: {
            $schema?: string;
            id: string;
            title: string;
            written: string;
            template?: string;
            parties: {
                id: string;
                /** @enum {string} */
                role: "licensor" | "licensee" | "affiliate" | "contractor" | "trustee" | "guarantor";
                name?: string;
            }[];
            assets: {
                id: string;
                kind: string;
                layers: ("copyright" | "moral" | "related" | "personal-data" | "contract" | "secret" | "patent" | "personality" | "mark" | "access" | "regulation")[];
                scope?: ("content" | "database" | "metadata" | "code" | "weights" | "output")[];
            }[];
            signed?: {
                on: string;
                evidence: string;
            };
            topics: {
                [key: string]: {
                    /** @enum {string} */
                    version?: "licensor" | "neutral" | "licensee";
                    with?: {
                        [key: string]: number | string | string[];
                    };
                    own?: {
                        text: string[];
                        says?: string[];
                        /** @enum {string} */
                        rest?: "reserved" | "silent";
                        bindsBy?: "affiliate"[];
                        norms?: ({
                            id: string;
                            at: number;
                        } & {
                            [key: string]: unknown;
                        })[];
                        limits?: {
                            at: number;
                            if: unknown;
                        }[];
                        duties?: {
                            at: number;
                            /** @enum {string} */
                            who: "licensor" | "licensee" | "both";
                            do: string;
                            text: string;
                            trigger: string;
                            within?: string;
                            every?: string;
                            /** @enum {string} */
                            end?: "counts" | "follows";
                            on?: ("materials" | "modification" | "derivative" | "extracted" | "output" | "output-set" | "product" | "free")[];
                        }[];
                        dates?: {
                            id: string;
                            at: number;
                            what: string;
                            on: string;
                            after?: string;
                            before?: string;
                            /** @enum {string} */
                            sets?: "start" | "end";
                        }[];
                        notes?: {
                            at: number;
                            why: string;
                            touches?: "all" | string[];
                        }[];
                    };
                };
            };
            further?: {
                id: string;
                title: string;
                replaces?: string;
                text: string[];
            }[];
        };
        DealClause: {
            topic: string;
            number: number;
            title: string;
            /** @enum {string} */
            version: "licensor" | "neutral" | "licensee" | "own";
            text: string[];
        };
        /** @description A sentence that no norm carries, and why. */
        UnreadSentence: {
            topic: string;
            cite: string;
            text: string;
            why: string;
        };
        DealFinding: {
            code: string;
            rule: number | null;
            /** @enum {string} */
            severity: "contradiction" | "look";
            topics: string[];
            cite: string | null;
            message: string;
            remedy: string;
        };
        PortfolioFinding: {
            id: string;
            /** @enum {string} */
            kind: "family" | "inconsistent" | "exclusivity" | "most-favored" | "wider-than-in" | "law" | "transfer" | "notice-window" | "unusual";
            /**
             * @description `open`: it could not be compared, which is no word that it fits.
             * @enum {string}
             */
            severity: "conflict" | "look" | "open";
            /** @description The first 20 that it is of; all of them are the agreements of this `finding`. */
            agreements: string[];
            /** @description Of how many agreements it is. */
            named: number;
            message: string;
            /** @description What it rests on. */
            places: components["schemas"]["PortfolioPlace"][];
        };
        PortfolioPlace: {
            /** @description `agreements/ID`, `agreements/ID/AMENDMENT`, or `readings/NUMBER/NAME`. */
            file: string;
            /** @description Number of the clause, or of the paragraph. */
            cite: string | null;
            page: number | null;
            /** @description Offset into the text of a document that was read. */
            start: number | null;
            quote: string;
        };
        PortfolioAgreement: {
            /** @description Of an agreement, or of a contract that was read: `readings/NUMBER/NAME`. */
            id: string;
            /** @enum {string} */
            form: "agreement" | "reading";
            title: string | null;
            /** @description false: it is asked as if it were signed as it stands; null: a contract that was read, of which that is not known. */
            isSigned: boolean | null;
            parties: {
                id: string | null;
                name: string;
                role: string | null;
            }[];
            from: {
                /** @description null: it is not known, or there is none. */
                on: string | null;
                /** @description Why it is not known. */
                why: string | null;
            };
            to: {
                /** @description null: it is not known, or there is none. */
                on: string | null;
                /** @description Why it is not known. */
                why: string | null;
            };
            noticeBy: {
                /** @description null: it is not known, or there is none. */
                on: string | null;
                /** @description Why it is not known. */
                why: string | null;
            };
            topics: {
                topic: string;
                /** @enum {string} */
                state: "found" | "open";
                version: string | null;
                /** @description The day of the amendment that it comes from; null: it is as it was signed. */
                from: string | null;
                place: components["schemas"]["PortfolioPlace"] & (Record<string, never> | null);
            }[];
            notFound: string[];
            takenOut: string[];
            /** @description Findings that it is named in. */
            findings: number;
        };
        PortfolioDay: {
            agreement: string;
            /** @enum {string} */
            kind: "begins" | "notice" | "ends" | "renewed-until" | "other";
            what: string;
            on: string | null;
            /** @enum {string} */
            state: "past" | "coming" | "unknown";
            why: string | null;
        };
        PortfolioSum: {
            /** @enum {string} */
            what: "fee" | "minimum" | "ceiling" | "cap" | "damages" | "insurance" | "other price";
            agreement: string;
            currency: string;
            amount: string;
        };
        PortfolioCap: {
            agreement: string;
            /** @enum {string} */
            cap: "without limit" | "not found" | "open" | "relative" | "sum";
            says: string;
        };
        PortfolioLeftOut: {
            agreement: string;
            why: string;
        };
        Negotiation: {
            id: string;
            title: string;
            /** @description In whose text its clauses are put; null: it is about no deal. */
            agreement: string | null;
            parties: string[];
            /** @description Versions of its file. */
            version: number;
            sessions: number;
            /** @description Sessions that go on. */
            open: number;
            steps: number;
            changedAt: string;
            /** @description Faults by which the clauses of today cannot read its file; 0: they can. */
            unreadable: number;
        };
        NegotiationDetail: components["schemas"]["Negotiation"] & {
            rounds: number;
            /** @description The newest version of the file. */
            text: string;
            file?: components["schemas"]["NegotiationFile"];
            issues: components["schemas"]["NegotiationIssue"][];
            players: components["schemas"]["NegotiationParty"][];
            versions: {
                number: number;
                digest: string;
                agreement: string | null;
                by: string;
                at: string;
            }[];
            played: components["schemas"]["NegotiationSession"][];
            problems: string[];
            /** @description The language model that may speak for a simulated side; null: whoever runs the server named none. */
            maySpeak: string | null;
        };
        /** @description What it says; null: the clauses of today cannot read it. */
        NegotiationFile: {
            $schema?: string;
            id: string;
            title: string;
            deal?: string;
            "title-file"?: string;
            /** @default 10 */
            rounds?: number;
            issues: {
                id: string;
                topic?: string;
                is?: string;
                options: {
                    [key: string]: {
                        is?: string;
                        /** @enum {string} */
                        version?: "licensor" | "neutral" | "licensee";
                        with?: {
                            [key: string]: unknown;
                        };
                        own?: unknown;
                        /** @constant */
                        silent?: true;
                    };
                };
            }[];
            parties: {
                id: string;
                interests?: string[];
                values: {
                    [key: string]: {
                        weight: number;
                        of: {
                            [key: string]: number;
                        };
                    };
                };
                releases?: {
                    [key: string]: number;
                };
                duty?: number;
                reservation: number;
                batna: {
                    is: string;
                    value: number;
                };
                /**
                 * @default linear
                 * @enum {string}
                 */
                tactic?: "boulware" | "linear" | "conceder" | "mirror";
            }[];
        };
        NegotiationIssue: {
            id: string;
            topic: string | null;
            is: string | null;
            options: {
                id: string;
                is: string | null;
                /** @description Of the clause; null: own words, silence, or no clause. */
                version: string | null;
                own: boolean;
                silent: boolean;
            }[];
        };
        NegotiationParty: {
            id: string;
            /** @description The records are kept for it. */
            isUs: boolean;
            interests: string[];
            /** @description By issue its weight, and of each option the hundredths of it. */
            values: {
                [key: string]: {
                    weight: number;
                    of: {
                        [key: string]: number;
                    };
                };
            };
            releases: {
                [key: string]: number;
            };
            duty: number;
            /** @description Points, with two digits behind the point at most. */
            reservation: number;
            batna: {
                is: string;
                /** @description Points, with two digits behind the point at most. */
                value: number;
            };
            /** @enum {string} */
            tactic: "boulware" | "linear" | "conceder" | "mirror";
        };
        NegotiationSession: {
            number: number;
            /** @description Of the file. */
            version: number;
            /** @description The state of the records on which it stands. */
            changeSet: number;
            simulated: string[];
            /** @description The language model that speaks for who is simulated; null: none does. */
            persona: string | null;
            seed: number;
            moves: number;
            /** @description null: it is over, or whoever speaks begins it. */
            turn: string | null;
            /** @enum {string} */
            outcome: "open" | "agreed" | "left";
            by: string;
            at: string;
            /** @description Why its record is not what it was. */
            problems: string[];
        };
        NegotiationSessionDetail: components["schemas"]["NegotiationSession"] & {
            said: {
                number: number;
                by: string;
                /** @enum {string} */
                says: "offer" | "accept" | "leave";
                /** @description Option by issue. */
                settled: {
                    [key: string]: string;
                } | null;
                /** @description What a language model said with it. */
                words: string | null;
                recordedBy: string;
                at: string;
            }[];
            /** @description Of each issue what each side asked for, in order; `agreed`: the last offers of both ask for the same. */
            issues: {
                issue: string;
                /** @enum {string} */
                state: "open" | "agreed";
                positions: {
                    number: number;
                    by: string;
                    option: string;
                }[];
            }[];
        };
        NegotiationPackages: {
            session: number | null;
            version: number;
            changeSet: number;
            agreement: string | null;
            /** @description As in the version of the file on which it stands. */
            issues: components["schemas"]["NegotiationIssue"][];
            players: components["schemas"]["NegotiationParty"][];
            /** @description Issues that are asked of the engine together. */
            joint: string[];
            counts: {
                packages: string;
                joint: number;
                asked: number;
                pruned: number;
                impossible: number;
                decided: number;
            };
            /** @description What was not asked, and the most that it could be worth; null: all was. */
            cut: {
                combinations: number;
                kept: boolean;
                /** @description To the first party and to the second. */
                couldBe: number[];
            } | null;
            /** @description Whether there is a package that both take; null: what was not asked could hold one. */
            hasZone: boolean | null;
            efficient: components["schemas"]["NegotiationPackage"][];
            /** @description Efficient packages in all. */
            total: number;
            inZone: number;
            proposal: components["schemas"]["NegotiationPackage"] | null;
            /** @description What the uses come to by the records as they are, without this deal as it would be signed. */
            asIs: {
                use: string;
                /** @enum {string} */
                status: "cleared" | "conditional" | "unresolved" | "blocked";
                obligations: number;
            }[];
            for: string;
            from: components["schemas"]["NegotiationPackage"];
            concessions: {
                /** @description With what each costs and gives by the parties' own weights. */
                changes: {
                    issue: string;
                    from: string;
                    to: string;
                    /** @description Points, with two digits behind the point at most. */
                    costs: number;
                    /** @description Points, with two digits behind the point at most. */
                    gives: number;
                }[];
                /** @description Points, with two digits behind the point at most. */
                costs: number;
                /** @description Points, with two digits behind the point at most. */
                gives: number;
                /** @description Uses that are answered otherwise. */
                uses: {
                    use: string;
                    /** @enum {string} */
                    before: "cleared" | "conditional" | "unresolved" | "blocked";
                    /** @enum {string} */
                    after: "cleared" | "conditional" | "unresolved" | "blocked";
                    obligations: number;
                }[];
                to: components["schemas"]["NegotiationPackage"];
            }[];
            /** @description Concessions beyond those that are told. */
            further: number;
            notLookedAt: number;
            /** @description What was offered last in the session, or is agreed. */
            last: components["schemas"]["NegotiationPackage"] | null;
        };
        NegotiationPackage: {
            /** @description Option by issue. */
            settled: {
                [key: string]: string;
            };
            /** @description To the first party and to the second. */
            worth: number[];
            /** @description To whom it is worth less than the least that it takes. */
            refusedBy: string[];
            /** @description What it comes to if it is signed so. */
            uses: {
                use: string;
                /** @enum {string} */
                status: "cleared" | "conditional" | "unresolved" | "blocked";
                obligations: number;
            }[];
        };
        DraftBody: {
            /** @description A deal file, as YAML or JSON. */
            deal: string;
        };
        DealEffect: {
            $schema: string;
            /** @enum {number} */
            version: 1;
            deal: string;
            asIfSigned: {
                before: boolean;
                after: boolean;
            };
            clauses: components["schemas"]["ClauseEffect"][];
            uses: components["schemas"]["UseChange"][];
            explained: string[];
            same: number;
            untouched: number;
            terms: {
                duties: components["schemas"]["TermChange"][];
                dates: components["schemas"]["TermChange"][];
                bans: components["schemas"]["TermChange"][];
                grants: components["schemas"]["TermChange"][];
                unread: components["schemas"]["TermChange"][];
            };
            notInTitle: string[];
            /** @enum {string|null} */
            worsened: "cleared" | "conditional" | "unresolved" | "blocked" | null;
            /** @description What was not asked; null: all was. */
            cut: {
                uses: string[];
                clauses: string[];
                causes: string[];
            } | null;
            basis: {
                before: components["schemas"]["Basis"];
                after: components["schemas"]["Basis"];
            };
        };
        ClauseEffect: {
            id: string;
            number: number | null;
            title: string;
            /** @enum {string} */
            change: "added" | "removed" | "version" | "values" | "words";
            before: {
                /**
                 * @description null: the deal is silent on it.
                 * @enum {string|null}
                 */
                version: "licensor" | "neutral" | "licensee" | "own" | null;
                with: {
                    [key: string]: number | string | string[];
                };
            };
            after: {
                /**
                 * @description null: the deal is silent on it.
                 * @enum {string|null}
                 */
                version: "licensor" | "neutral" | "licensee" | "own" | null;
                with: {
                    [key: string]: number | string | string[];
                };
            };
            sentences: components["schemas"]["SentenceChange"][];
            /** @description What it would change if nothing else were changed; null: it cannot be asked alone, and `why` says why. */
            alone: {
                use: string;
                territories: string[];
                /** @enum {string} */
                before: "cleared" | "conditional" | "unresolved" | "blocked";
                /** @enum {string} */
                after: "cleared" | "conditional" | "unresolved" | "blocked";
                /** @description It stays so beside the other changes. */
                holds: boolean;
            }[] | null;
            why: string | null;
        };
        SentenceChange: {
            topic: string;
            cite: string;
            before: string | null;
            after: string | null;
        };
        UseChange: {
            use: string;
            of: string;
            /** @enum {string} */
            before: "cleared" | "conditional" | "unresolved" | "blocked";
            /** @enum {string} */
            after: "cleared" | "conditional" | "unresolved" | "blocked";
            change: string;
            places: {
                territories: string[];
                /** @enum {string} */
                before: "cleared" | "conditional" | "unresolved" | "blocked";
                /** @enum {string} */
                after: "cleared" | "conditional" | "unresolved" | "blocked";
                stood: components["schemas"]["EffectReason"][];
                stands: components["schemas"]["EffectReason"][];
                because: components["schemas"]["EffectCause"];
            }[];
            obligations: {
                /** @enum {string} */
                change: "gone" | "new" | "changed";
                do: string;
                object: string;
                cite: string;
                differs: {
                    what: string;
                    before: string | null;
                    after: string | null;
                }[];
            }[];
            exposure: {
                act: string;
                action: string;
                asset: string;
                layer: string;
                before: string | null;
                after: string | null;
                why: string;
            }[];
        };
        EffectReason: {
            /** @enum {string} */
            decision: "cleared" | "conditional" | "unresolved" | "blocked";
            /** @enum {string} */
            tense: "present" | "past";
            asset: string;
            layer: string;
            action: string;
            outcome: string;
            instrument: string | null;
            cite: string | null;
            quote: string | null;
        };
        /** @description Parts of the deal that do it alone, or where none does a smallest group that does it together. */
        EffectCause: {
            alone: string[];
            together: string[];
            sentences: components["schemas"]["SentenceChange"][];
        };
        TermChange: {
            /** @enum {string} */
            change: "gone" | "new" | "changed";
            topic: string;
            cite: string;
            what: string;
            before: string | null;
            after: string | null;
        };
        Basis: {
            catalogue: string;
            taxonomies: string;
            groups: string;
            graph: string;
            positions: string;
            engine: string;
            asOf: string;
            knownAt: string;
        } | null;
        EffectBody: {
            /** @description A deal file, as YAML or JSON. */
            before: string;
            /** @description A deal file, as YAML or JSON. */
            after: string;
            /**
             * @description Uses that are decided at most.
             * @default 100
             */
            budget?: number;
            /**
             * @description Decisions at most that tell which clause does what.
             * @default 400
             */
            clauseBudget?: number;
        };
        ReturnedDocument: {
            /**
             * @description What the document has beside its text. Without a deal its words alone are compared.
             * @enum {string}
             */
            carries: "deal" | "damage" | "nothing";
            /** @description Whether its text was compared with the deal inside; of a PDF it is not. */
            compared: boolean;
            /** @description The deal that the document says, as a deal file: what a person records as the other side’s version. null: it carries none. */
            text: string | null;
            read: components["schemas"]["ReadDeal"] | null;
            /** @description What its text says otherwise than the deal inside, with the words. */
            differences: components["schemas"]["DraftDifference"][];
            /** @description The version with which `clauses` compares it. */
            version: number | null;
            clauses: components["schemas"]["AlignedClause"][];
            openChanges: boolean;
            notes: string[];
        };
        DraftDifference: {
            /**
             * @description `value`: another value of a field; `open`: a change that nobody accepted; `untold`: what is in no text, or cannot be read.
             * @enum {string}
             */
            kind: "value" | "edited" | "added" | "removed" | "filled-in" | "open" | "untold";
            /** @description Topic, or part of the document. */
            where: string;
            before: string | null;
            after: string | null;
            note: string;
        };
        AlignedClause: {
            /** @enum {string} */
            kind: "same" | "changed" | "added" | "removed";
            /** @description It stands elsewhere among the clauses that both have. */
            moved: boolean;
            /** @description The topic that it is, or that its heading names. */
            topic: string | null;
            before: {
                heading: string | null;
                paragraphs: string[];
            } | null;
            after: {
                heading: string | null;
                paragraphs: string[];
            } | null;
            /** @description Of a changed clause, heading and paragraphs line by line, in the order in which one reads them. */
            words: {
                /** @enum {string} */
                kind: "same" | "gone" | "new";
                text: string;
            }[];
        };
        AgreementRedline: {
            from: number;
            to: number;
            clauses: components["schemas"]["AlignedClause"][];
        };
        PlaybookDeviation: {
            topic: string;
            number: number;
            title: string;
            /**
             * @description `fallback`: the playbook goes that far.
             * @enum {string}
             */
            severity: "fallback" | "ask" | "stop";
            /** @enum {string} */
            kind: "version" | "values" | "own" | "silent";
            /** @enum {string} */
            wanted: "licensor" | "neutral" | "licensee";
            /** @enum {string|null} */
            found: "licensor" | "neutral" | "licensee" | "own" | null;
            message: string;
            why: string;
            risk: string | null;
            /** @description What is wanted, then each step down that is still taken. */
            proposals: components["schemas"]["PlaybookProposal"][];
            /** @description The next step, to be asked for. */
            beyond: components["schemas"]["PlaybookProposal"] | null;
            /** @description `before` does not have it; null: there is no `before`. */
            isNew: boolean | null;
        };
        PlaybookProposal: {
            /** @enum {string} */
            version: "licensor" | "neutral" | "licensee";
            with: {
                [key: string]: number | string | string[];
            };
            /** @description Why one goes there. */
            says: string;
            text: string[];
        };
        Ledger: {
            name: string;
            size: number;
            /** @description Entries under the last signed head: nobody has signed for those after it. */
            signed: number;
            /** @description The public key that signs, as it says itself: a verifier is told it by another way. */
            signer: string | null;
            /** @description The last signed head, a checkpoint of a transparency log in a signed note. */
            head: string | null;
        };
        LedgerEntry: {
            event: {
                /** @enum {number} */
                version: 1;
                ledger: string;
                index: number;
                at: string;
                kind: string;
                /** @description Of each field the commitment: SHA-256, in base64, of the canonical JSON of `[salt, name, value]`. */
                fields: {
                    [key: string]: string;
                };
            };
            /** @description Base64 of the SHA-256 of a zero byte and the canonical JSON of `event`. */
            leaf: string;
            /** @description What the fields say, as far as it was not redacted. */
            open: {
                [key: string]: {
                    salt: string;
                    value?: unknown;
                };
            };
        };
        /** @description Shows that an entry is under a head: with a public key it is checked by itself, and by `cleartitle ledger check-proof`. */
        LedgerEntryProof: {
            /** @enum {string} */
            $schema: "urn:cleartitle:schema:ledger-proof:1";
            /** @enum {number} */
            version: 1;
            entry: components["schemas"]["LedgerEntry"];
            /** @description Hashes in base64 along the path, after RFC 9162. */
            proof: string[];
            head: string;
        };
        /** @description Shows that the ledger goes on from an earlier head. */
        LedgerSinceProof: {
            /** @enum {string} */
            $schema: "urn:cleartitle:schema:ledger-proof:1";
            /** @enum {number} */
            version: 1;
            from: string;
            /** @description Hashes in base64 along the path, after RFC 9162. */
            proof: string[];
            head: string;
        };
        /**
         * Cleartitle change set
         * @description What is added, removed, redlined, terminated, erased, left, asked otherwise, as `cleartitle schema changes` describes it.
         */
        ChangeFile: {
            $schema?: string;
            /** @description What is asked, in words. */
            title?: string;
            /** @description Records that go, by id. With an asset goes all that speaks of it. */
            remove?: {
                assets?: string[];
                derivations?: string[];
                statements?: string[];
                instruments?: string[];
                events?: string[];
                acceptances?: {
                    /** @description A name that is unique among records of its kind. */
                    instrument: string;
                    /** @description A name that is unique among records of its kind. */
                    party: string;
                }[];
                positions?: {
                    position: string;
                    territory?: string;
                }[];
            };
            /** @description Records as in a title file. One with an id that is there takes the place of the old one. */
            add?: {
                parties?: {
                    /** @description A name that is unique among records of its kind. */
                    id: string;
                    kind?: string;
                    domicile?: string;
                    headquarters?: string;
                    /** @description Who controls it, from when to when. */
                    controlledBy?: {
                        /** @description A name that is unique among records of its kind. */
                        party: string;
                        /** @description A calendar date, "YYYY-MM-DD", in quotes. */
                        from?: string;
                        /** @description A calendar date, "YYYY-MM-DD", in quotes. */
                        to?: string;
                    }[];
                    /** @description Fact → value; quantity → bounds with the period in which they held; or a list of these. */
                    facts?: {
                        [key: string]: (boolean | number | string) | {
                            /** @description The lower bound, inclusive. */
                            atLeast?: number;
                            /** @description The upper bound, inclusive. */
                            atMost?: number;
                            unit?: string;
                            /** @description A date, or a period "YYYY-MM-DD/YYYY-MM-DD" with both days in it; `..` for an open end. */
                            during?: string;
                        } | {
                            value: boolean | number | string;
                            /** @description A date, or a period "YYYY-MM-DD/YYYY-MM-DD" with both days in it; `..` for an open end. */
                            during?: string;
                        } | ({
                            /** @description The lower bound, inclusive. */
                            atLeast?: number;
                            /** @description The upper bound, inclusive. */
                            atMost?: number;
                            unit?: string;
                            /** @description A date, or a period "YYYY-MM-DD/YYYY-MM-DD" with both days in it; `..` for an open end. */
                            during?: string;
                        } | {
                            value: boolean | number | string;
                            /** @description A date, or a period "YYYY-MM-DD/YYYY-MM-DD" with both days in it; `..` for an open end. */
                            during?: string;
                        })[];
                    };
                }[];
                assets?: {
                    /** @description A name that is unique among records of its kind. */
                    id: string;
                    /** @description dataset, model, code, prompt, workflow, output, product, persona, document. */
                    kind: string;
                    version?: string;
                    /** @description Digest of the bytes, such as "sha256:…". */
                    digest?: string;
                    /** @description SPDX expression, or a list with no operator (decided both ways). */
                    license?: string | string[];
                    /** @description Who licenses it; need not be described under `parties`. */
                    licensor?: string;
                    /** @description Where it comes from, such as "hf:model/OWNER/NAME" or an address. */
                    source?: string;
                    modality?: string | string[];
                    /**
                     * @description How much of what it was made from is known.
                     * @enum {string}
                     */
                    upstream?: "complete" | "partial" | "undisclosed";
                    /** @description A calendar date, "YYYY-MM-DD", in quotes. */
                    published?: string;
                    acquired?: {
                        /** @description Tells it from other copies of the asset: statements name it `ASSET#ID`. */
                        id?: string;
                        /** @description Who got the copy; default `us`. */
                        who?: string;
                        in?: string;
                        /** @description A calendar date, "YYYY-MM-DD", in quotes. */
                        on?: string;
                        how?: string;
                        purpose?: string | string[];
                        field?: string | string[];
                        /** @description Fact → value, or a value with the period in which it held, or a list of these. */
                        facts?: {
                            [key: string]: (boolean | number | string) | {
                                value: boolean | number | string;
                                /** @description A date, or a period "YYYY-MM-DD/YYYY-MM-DD" with both days in it; `..` for an open end. */
                                during?: string;
                            } | {
                                value: boolean | number | string;
                                /** @description A date, or a period "YYYY-MM-DD/YYYY-MM-DD" with both days in it; `..` for an open end. */
                                during?: string;
                            }[];
                        };
                    } | {
                        /** @description Tells it from other copies of the asset: statements name it `ASSET#ID`. */
                        id?: string;
                        /** @description Who got the copy; default `us`. */
                        who?: string;
                        in?: string;
                        /** @description A calendar date, "YYYY-MM-DD", in quotes. */
                        on?: string;
                        how?: string;
                        purpose?: string | string[];
                        field?: string | string[];
                        /** @description Fact → value, or a value with the period in which it held, or a list of these. */
                        facts?: {
                            [key: string]: (boolean | number | string) | {
                                value: boolean | number | string;
                                /** @description A date, or a period "YYYY-MM-DD/YYYY-MM-DD" with both days in it; `..` for an open end. */
                                during?: string;
                            } | {
                                value: boolean | number | string;
                                /** @description A date, or a period "YYYY-MM-DD/YYYY-MM-DD" with both days in it; `..` for an open end. */
                                during?: string;
                            }[];
                        };
                    }[];
                    parts?: {
                        /** @description A name that is unique among records of its kind. */
                        id: string;
                        /** @enum {string} */
                        scope?: "content" | "database" | "metadata" | "code" | "weights" | "output";
                        /** @description SPDX expression, or a list with no operator (decided both ways). */
                        license?: string | string[];
                        /** @description Fact → value, or a value with the period in which it held, or a list of these. */
                        facts?: {
                            [key: string]: (boolean | number | string) | {
                                value: boolean | number | string;
                                /** @description A date, or a period "YYYY-MM-DD/YYYY-MM-DD" with both days in it; `..` for an open end. */
                                during?: string;
                            } | {
                                value: boolean | number | string;
                                /** @description A date, or a period "YYYY-MM-DD/YYYY-MM-DD" with both days in it; `..` for an open end. */
                                during?: string;
                            }[];
                        };
                        /** @description A calendar date or an instant in UTC, in quotes. */
                        recordedAt?: string;
                    }[];
                    /** @description Fact → value, or a value with the period in which it held, or a list of these. */
                    facts?: {
                        [key: string]: (boolean | number | string) | {
                            value: boolean | number | string;
                            /** @description A date, or a period "YYYY-MM-DD/YYYY-MM-DD" with both days in it; `..` for an open end. */
                            during?: string;
                        } | {
                            value: boolean | number | string;
                            /** @description A date, or a period "YYYY-MM-DD/YYYY-MM-DD" with both days in it; `..` for an open end. */
                            during?: string;
                        }[];
                    };
                    /** @description When these statements were recorded; unstated sorts before every date. */
                    recordedAt?: string;
                    /** @description Named by others and described by nobody. */
                    placeholder?: boolean;
                }[];
                derivations?: {
                    /** @description A name that is unique among records of its kind. */
                    id?: string;
                    /** @description The assets derived from. */
                    from: string | string[];
                    /** @description The result; absent for acts without one (crawl, evaluate). */
                    to?: string;
                    /** @description Kind of derivation. */
                    by: string;
                    /** @description Who did it; default `us`. */
                    who?: string;
                    /** @description A date, or a period "YYYY-MM-DD/YYYY-MM-DD" with both days in it; `..` for an open end. */
                    on?: string;
                    /** @description Where: one place, or several of which one is meant. */
                    in?: string | string[];
                    purpose?: string | string[];
                    field?: string | string[];
                    /** @description Fact → value, or a value with the period in which it held, or a list of these. */
                    facts?: {
                        [key: string]: (boolean | number | string) | {
                            value: boolean | number | string;
                            /** @description A date, or a period "YYYY-MM-DD/YYYY-MM-DD" with both days in it; `..` for an open end. */
                            during?: string;
                        } | {
                            value: boolean | number | string;
                            /** @description A date, or a period "YYYY-MM-DD/YYYY-MM-DD" with both days in it; `..` for an open end. */
                            during?: string;
                        }[];
                    };
                    acts?: {
                        act: string;
                        /** @description A name that is unique among records of its kind. */
                        of: string;
                        /** @description A calendar date, "YYYY-MM-DD", in quotes. */
                        until?: string;
                    }[];
                }[];
                statements?: {
                    /** @description A name that is unique among records of its kind. */
                    id?: string;
                    /** @description An asset's id, or one of { asset }, { derivation }, { party }, { instrument }, { acquisition }; a copy of `works` that was got is `works#ID` by its id, or `works#acquired1` where it is the only one and has none. */
                    about: string | {
                        /** @description A name that is unique among records of its kind. */
                        asset: string;
                    } | {
                        /** @description A name that is unique among records of its kind. */
                        derivation: string;
                    } | {
                        /** @description A name that is unique among records of its kind. */
                        party: string;
                    } | {
                        /** @description A name that is unique among records of its kind. */
                        instrument: string;
                    } | {
                        /** @description A name that is unique among records of its kind. */
                        acquisition: string;
                    };
                    /** @description `license`, `fact:ID`, `upstream`, `licensor`, …; of a party also `quantity:ID`. */
                    what: string;
                    /** @description The normalized value; a list for licenses with no operator; bounds of a quantity like `1000..5000`. */
                    value?: (boolean | number | string | string[]) | null;
                    /** @description The value as found. */
                    raw?: string | null;
                    /** @enum {string} */
                    scope?: "content" | "database" | "metadata" | "code" | "weights" | "output";
                    /** @description A name that is unique among records of its kind. */
                    part?: string;
                    /**
                     * @description Who says so: a source, a tool, or a person or written rule.
                     * @enum {string}
                     */
                    rung: "declared" | "detected" | "concluded";
                    by?: string;
                    /** @description Default: this place in this file. */
                    source?: {
                        /** @description What said it: a hub, a file format, a tool, a person's note. */
                        system: string;
                        locator?: string | null;
                        sha256?: string | null;
                        retrieved?: string | null;
                    } | null;
                    /** @description When it was true of the world. */
                    valid?: string;
                    /** @description When it was learned; unstated sorts before every date. */
                    recordedAt?: string;
                    /** @description The statement that this one corrects. What a record itself says of a fact is named `ID:fact:FACT`, of a quantity `ID:quantity:QUANTITY`. */
                    supersedes?: string;
                }[];
                instruments?: {
                    id: string;
                    title: string;
                    version?: string;
                    source: {
                        what: string;
                        where: string;
                        section?: string;
                        retrieved?: string;
                    }[];
                    /** @enum {string} */
                    verified: "primary" | "secondary" | "partial" | "memory" | "unverified";
                    reviewed: string;
                    reviewBy?: string;
                    inForce?: {
                        from?: string;
                        to?: string;
                    };
                    norms: {
                        id: string;
                        on?: ("materials" | "modification" | "derivative" | "extracted" | "output" | "output-set" | "product" | "free")[];
                        when?: string[];
                        if?: components["schemas"]["ChangeFilePart0"];
                        cite: string;
                        quote?: string;
                        /** @enum {string} */
                        verified?: "primary" | "secondary" | "partial" | "memory" | "unverified";
                        inForce?: {
                            from?: string;
                            to?: string;
                        };
                        note?: string;
                        permit?: {
                            actions: string[];
                            layers?: ("copyright" | "moral" | "related" | "personal-data" | "contract" | "secret" | "patent" | "personality" | "mark" | "access" | "regulation")[];
                            scope?: ("content" | "database" | "metadata" | "code" | "weights" | "output")[];
                            /** @enum {string} */
                            vests?: "act" | "acquisition" | "generation" | "training" | "acceptance" | "publication" | "release" | "use" | "continuously";
                            duties?: string[];
                            irrevocable?: boolean;
                            offer?: boolean;
                            promise?: boolean;
                        };
                        prohibit?: {
                            actions: string[];
                            layers?: ("copyright" | "moral" | "related" | "personal-data" | "contract" | "secret" | "patent" | "personality" | "mark" | "access" | "regulation")[];
                            yieldsToLaw?: boolean;
                        };
                        oblige?: {
                            do: string;
                            text?: string;
                            token?: string;
                            due?: ("before" | "with" | "on-request" | "continuous") | string;
                            /** @enum {string} */
                            reading?: "precondition" | "concurrent" | "after";
                            /** @enum {string} */
                            control?: "own" | "consent";
                            creditor?: string;
                            /** @enum {string} */
                            object?: "acted" | "inner" | "source";
                            evidence?: string[];
                            outbound?: {
                                target?: string[];
                                mustImpose?: string[];
                                noFurtherRestrictions?: boolean;
                                mustPermit?: string[];
                                /** @enum {string} */
                                extent?: "work" | "part";
                            };
                            clashesWith?: {
                                do: string;
                                token?: string;
                            }[];
                        };
                        except?: {
                            from: string[];
                            actions?: string[];
                        };
                        assign?: {
                            /** @enum {string} */
                            what: "output" | "derivative" | "improvement";
                            /** @enum {string} */
                            to: "licensee" | "licensor";
                            /** @enum {string} */
                            vests?: "act" | "acquisition" | "generation" | "training" | "acceptance" | "publication" | "release" | "use" | "continuously";
                            ifCompliant?: boolean;
                        };
                        release?: {
                            actions: string[];
                            from?: string;
                            to?: string;
                        };
                        waive?: {
                            norms: string[];
                        };
                        contribute?: {
                            actions: string[];
                            layers?: ("copyright" | "moral" | "related" | "personal-data" | "contract" | "secret" | "patent" | "personality" | "mark" | "access" | "regulation")[];
                            scope?: ("content" | "database" | "metadata" | "code" | "weights" | "output")[];
                        };
                        reciprocate?: {
                            texts: ("license" | "agreement" | "terms" | "reservation")[];
                            actions: string[];
                        };
                        convert?: {
                            on?: string;
                            after?: string;
                            to: string;
                        };
                        survive?: {
                            norms: string[];
                            after: ("term" | "termination" | "withdrawal")[];
                        };
                        incorporate?: {
                            document: string;
                            /** @enum {string} */
                            mode: "static" | "pinned" | "dynamic";
                            snapshot?: string;
                        };
                        modify?: {
                            base: string;
                            drop?: string[];
                        };
                        define?: {
                            term: string;
                            means: string;
                        };
                        raise?: {
                            /** @enum {string} */
                            layer: "copyright" | "moral" | "related" | "personal-data" | "contract" | "secret" | "patent" | "personality" | "mark" | "access" | "regulation";
                            /** @enum {string} */
                            as: "reserved" | "free";
                            actions?: string[];
                        };
                        unprotect?: {
                            /** @enum {string} */
                            layer: "copyright" | "moral" | "related" | "personal-data" | "contract" | "secret" | "patent" | "personality" | "mark" | "access" | "regulation";
                            actions?: string[];
                        };
                        override?: {
                            instruments: ("license" | "agreement" | "terms" | "reservation")[];
                            actions: string[];
                        };
                        presume?: {
                            fact: string;
                            is: boolean | number | string;
                        };
                        taint?: {
                            /** @enum {string} */
                            layer: "copyright" | "moral" | "related" | "personal-data" | "contract" | "secret" | "patent" | "personality" | "mark" | "access" | "regulation";
                            through: string[];
                        };
                        terminate?: {
                            /** @enum {string} */
                            on: "breach" | "litigation" | "cap" | "withdrawal" | "convenience";
                            /** @enum {string} */
                            how: "automatic" | "notice";
                            cure?: string;
                            after?: string;
                            claims?: ("copyright" | "moral" | "related" | "personal-data" | "contract" | "secret" | "patent" | "personality" | "mark" | "access" | "regulation")[];
                            /** @enum {string} */
                            against?: "licensor" | "anyone";
                            sparesDefense?: boolean;
                            ends?: ("copyright" | "moral" | "related" | "personal-data" | "contract" | "secret" | "patent" | "personality" | "mark" | "access" | "regulation")[];
                            reaches?: ("materials" | "modification" | "derivative" | "extracted" | "output" | "output-set" | "product" | "free")[];
                            reinstates?: boolean;
                        };
                    }[];
                    note?: string;
                    /** @enum {string} */
                    kind: "license" | "agreement" | "terms" | "consent" | "reservation" | "policy";
                    spdx?: string;
                    names?: string[];
                    licensor?: string;
                    licensee?: string;
                    supersedes?: string;
                    compatible?: string[];
                    governingLaw?: "silent" | {
                        law: string;
                        for?: string;
                        forum?: string;
                        cite?: string;
                        /** @enum {string} */
                        verified?: "primary" | "secondary" | "partial" | "memory" | "unverified";
                    }[];
                    approval?: {
                        /** @enum {string} */
                        osi: "approved" | "not-approved" | "withdrawn" | "submitted" | "not-listed";
                        /** @enum {string} */
                        osaid?: "compatible" | "plausible" | "incompatible";
                    };
                    /** @enum {string} */
                    rest: "reserved" | "silent";
                    speaksOf: {
                        training: boolean;
                        outputs: boolean;
                        weights: boolean;
                    };
                    imposes?: string[];
                    term?: {
                        from?: string;
                        to?: string;
                    };
                    /** @enum {string} */
                    termsVersion?: "as-accepted" | "as-of-act" | "as-changed";
                    bindsBy: ("acceptance" | "reliance" | "affiliate" | "employer" | "flow-down" | "signature")[];
                    reach: {
                        [key: string]: {
                            [key: string]: ("materials" | "modification" | "derivative" | "extracted" | "output" | "output-set" | "product" | "free") | "silent" | {
                                position: string;
                                options: {
                                    [key: string]: ("materials" | "modification" | "derivative" | "extracted" | "output" | "output-set" | "product" | "free") | "silent";
                                };
                            };
                        };
                    };
                    unsupported?: {
                        what: string;
                        actions?: string[];
                        cite: string;
                    }[];
                    parameters?: {
                        [key: string]: string;
                    };
                    points?: {
                        about: string;
                        by?: string[];
                        why?: string;
                    }[];
                    noted?: {
                        [key: string]: string;
                    };
                    /** @description The assets it covers. */
                    covers?: string[];
                }[];
                acceptances?: {
                    /** @description A name that is unique among records of its kind. */
                    instrument: string;
                    /** @description A name that is unique among records of its kind. */
                    party: string;
                    /** @description A calendar date, "YYYY-MM-DD", in quotes. */
                    on?: string;
                    version?: string;
                    evidence?: string;
                }[];
                events?: {
                    /** @description A name that is unique among records of its kind. */
                    id?: string;
                    /** @enum {string} */
                    kind: "amended" | "crossed" | "breach-alleged" | "breach-concluded" | "noticed" | "cured" | "terminated" | "reinstated" | "withdrawn" | "converted" | "released" | "erasure-requested" | "deleted" | "fulfilled" | "litigation" | "gone-public" | "paid";
                    /** @description The asset, instrument, derivation or party it happened to. */
                    of: string;
                    /** @description A name that is unique among records of its kind. */
                    party?: string;
                    part?: string;
                    /** @description A calendar date, "YYYY-MM-DD", in quotes. */
                    on: string;
                    /** @description A calendar date or an instant in UTC, in quotes. */
                    recordedAt?: string;
                    evidence?: string;
                    duty?: string;
                    quantity?: string;
                    /** @description Of a duty that was kept, or of a payment: to whom; left out, it is for all to whom it was owed. */
                    to?: string;
                    /** @description Of a litigation: the rights that the suit is brought on. */
                    claims?: ("copyright" | "moral" | "related" | "personal-data" | "contract" | "secret" | "patent" | "personality" | "mark" | "access" | "regulation")[];
                    /** @description Of a litigation: whom it is brought against. */
                    against?: string;
                    /** @description Of a litigation: whether it answers another's suit. */
                    defensive?: boolean;
                }[];
                /** @description Position → option everywhere; or territory → option, with `by` and `on`; or a list of these where who or when differ. */
                positions?: {
                    [key: string]: string | ({
                        by?: string;
                        /** @description A calendar date, "YYYY-MM-DD", in quotes. */
                        on?: string;
                    } & {
                        [key: string]: string;
                    }) | ({
                        by?: string;
                        /** @description A calendar date, "YYYY-MM-DD", in quotes. */
                        on?: string;
                    } & {
                        [key: string]: string;
                    })[];
                };
            };
            redline?: {
                /** @description A name that is unique among records of its kind. */
                instrument: string;
                /** @description Norms struck out. */
                drop?: string[];
                /** @description Norms said anew, under their ids, or added. */
                norms?: {
                    id: string;
                    on?: ("materials" | "modification" | "derivative" | "extracted" | "output" | "output-set" | "product" | "free")[];
                    when?: string[];
                    if?: components["schemas"]["ChangeFilePart0"];
                    cite: string;
                    quote?: string;
                    /** @enum {string} */
                    verified?: "primary" | "secondary" | "partial" | "memory" | "unverified";
                    inForce?: {
                        from?: string;
                        to?: string;
                    };
                    note?: string;
                    permit?: {
                        actions: string[];
                        layers?: ("copyright" | "moral" | "related" | "personal-data" | "contract" | "secret" | "patent" | "personality" | "mark" | "access" | "regulation")[];
                        scope?: ("content" | "database" | "metadata" | "code" | "weights" | "output")[];
                        /** @enum {string} */
                        vests?: "act" | "acquisition" | "generation" | "training" | "acceptance" | "publication" | "release" | "use" | "continuously";
                        duties?: string[];
                        irrevocable?: boolean;
                        offer?: boolean;
                        promise?: boolean;
                    };
                    prohibit?: {
                        actions: string[];
                        layers?: ("copyright" | "moral" | "related" | "personal-data" | "contract" | "secret" | "patent" | "personality" | "mark" | "access" | "regulation")[];
                        yieldsToLaw?: boolean;
                    };
                    oblige?: {
                        do: string;
                        text?: string;
                        token?: string;
                        due?: ("before" | "with" | "on-request" | "continuous") | string;
                        /** @enum {string} */
                        reading?: "precondition" | "concurrent" | "after";
                        /** @enum {string} */
                        control?: "own" | "consent";
                        creditor?: string;
                        /** @enum {string} */
                        object?: "acted" | "inner" | "source";
                        evidence?: string[];
                        outbound?: {
                            target?: string[];
                            mustImpose?: string[];
                            noFurtherRestrictions?: boolean;
                            mustPermit?: string[];
                            /** @enum {string} */
                            extent?: "work" | "part";
                        };
                        clashesWith?: {
                            do: string;
                            token?: string;
                        }[];
                    };
                    except?: {
                        from: string[];
                        actions?: string[];
                    };
                    assign?: {
                        /** @enum {string} */
                        what: "output" | "derivative" | "improvement";
                        /** @enum {string} */
                        to: "licensee" | "licensor";
                        /** @enum {string} */
                        vests?: "act" | "acquisition" | "generation" | "training" | "acceptance" | "publication" | "release" | "use" | "continuously";
                        ifCompliant?: boolean;
                    };
                    release?: {
                        actions: string[];
                        from?: string;
                        to?: string;
                    };
                    waive?: {
                        norms: string[];
                    };
                    contribute?: {
                        actions: string[];
                        layers?: ("copyright" | "moral" | "related" | "personal-data" | "contract" | "secret" | "patent" | "personality" | "mark" | "access" | "regulation")[];
                        scope?: ("content" | "database" | "metadata" | "code" | "weights" | "output")[];
                    };
                    reciprocate?: {
                        texts: ("license" | "agreement" | "terms" | "reservation")[];
                        actions: string[];
                    };
                    convert?: {
                        on?: string;
                        after?: string;
                        to: string;
                    };
                    survive?: {
                        norms: string[];
                        after: ("term" | "termination" | "withdrawal")[];
                    };
                    incorporate?: {
                        document: string;
                        /** @enum {string} */
                        mode: "static" | "pinned" | "dynamic";
                        snapshot?: string;
                    };
                    modify?: {
                        base: string;
                        drop?: string[];
                    };
                    define?: {
                        term: string;
                        means: string;
                    };
                    raise?: {
                        /** @enum {string} */
                        layer: "copyright" | "moral" | "related" | "personal-data" | "contract" | "secret" | "patent" | "personality" | "mark" | "access" | "regulation";
                        /** @enum {string} */
                        as: "reserved" | "free";
                        actions?: string[];
                    };
                    unprotect?: {
                        /** @enum {string} */
                        layer: "copyright" | "moral" | "related" | "personal-data" | "contract" | "secret" | "patent" | "personality" | "mark" | "access" | "regulation";
                        actions?: string[];
                    };
                    override?: {
                        instruments: ("license" | "agreement" | "terms" | "reservation")[];
                        actions: string[];
                    };
                    presume?: {
                        fact: string;
                        is: boolean | number | string;
                    };
                    taint?: {
                        /** @enum {string} */
                        layer: "copyright" | "moral" | "related" | "personal-data" | "contract" | "secret" | "patent" | "personality" | "mark" | "access" | "regulation";
                        through: string[];
                    };
                    terminate?: {
                        /** @enum {string} */
                        on: "breach" | "litigation" | "cap" | "withdrawal" | "convenience";
                        /** @enum {string} */
                        how: "automatic" | "notice";
                        cure?: string;
                        after?: string;
                        claims?: ("copyright" | "moral" | "related" | "personal-data" | "contract" | "secret" | "patent" | "personality" | "mark" | "access" | "regulation")[];
                        /** @enum {string} */
                        against?: "licensor" | "anyone";
                        sparesDefense?: boolean;
                        ends?: ("copyright" | "moral" | "related" | "personal-data" | "contract" | "secret" | "patent" | "personality" | "mark" | "access" | "regulation")[];
                        reaches?: ("materials" | "modification" | "derivative" | "extracted" | "output" | "output-set" | "product" | "free")[];
                        reinstates?: boolean;
                    };
                }[];
            }[];
            /** @description Agreements and licenses that end on a day, for all or for one party. */
            terminate?: {
                /** @description A name that is unique among records of its kind. */
                instrument: string;
                /** @description A calendar date, "YYYY-MM-DD", in quotes. */
                on: string;
                /** @description A name that is unique among records of its kind. */
                party?: string;
                evidence?: string;
            }[];
            /** @description Requests for erasure that are honored: what is recorded as deleted. */
            erase?: {
                /** @description A name that is unique among records of its kind. */
                asset: string;
                part?: string;
                /** @description A calendar date, "YYYY-MM-DD", in quotes. */
                on: string;
            }[];
            /** @description Places in which uses are no longer offered; default: of every use. */
            leave?: {
                /** @description ISO 3166-1 code, 3166-2 where the law divides, or a group such as EU; one or a list. */
                places: string | string[];
                uses?: string | string[];
            }[];
            /**
             * @description Which answer counts where no position is taken.
             * @enum {string}
             */
            profile?: "cautious" | "strict" | "permissive";
            /** @description Uses asked otherwise: only what is written changes. */
            uses?: {
                [key: string]: {
                    /** @description The asset used. */
                    of?: string;
                    actions?: string | string[];
                    /** @description Default `us`. */
                    actor?: string;
                    recipients?: {
                        role: string;
                        /** @description ISO 3166-1 code, 3166-2 where the law divides, or a group such as EU; one or a list. */
                        in?: string | string[];
                        /** @description What the recipient will do with it. */
                        actions?: string | string[];
                    }[];
                    /** @description License under which it is released: one of the catalogue, by any of its names, or one of `instruments`. */
                    as?: string;
                    /** @description Public name under which it is released. */
                    named?: string;
                    purpose?: string | string[];
                    field?: string | string[];
                    /** @description All places in which it is offered. */
                    in?: string | string[];
                    /** @description Where it runs, if elsewhere. */
                    hosted?: string | string[];
                    /** @description A calendar date, "YYYY-MM-DD", in quotes. */
                    on?: string;
                    /** @description Quantity → planned amount: a number means exactly so much. */
                    scale?: {
                        [key: string]: number | {
                            /** @description The lower bound, inclusive. */
                            atLeast?: number;
                            /** @description The upper bound, inclusive. */
                            atMost?: number;
                            unit?: string;
                            /** @description A date, or a period "YYYY-MM-DD/YYYY-MM-DD" with both days in it; `..` for an open end. */
                            during?: string;
                        } | {
                            /** @description The lower bound, inclusive. */
                            atLeast?: number;
                            /** @description The upper bound, inclusive. */
                            atMost?: number;
                            unit?: string;
                            /** @description A date, or a period "YYYY-MM-DD/YYYY-MM-DD" with both days in it; `..` for an open end. */
                            during?: string;
                        }[];
                    };
                    /** @description Fact → value, or a value with the period in which it held, or a list of these. */
                    facts?: {
                        [key: string]: (boolean | number | string) | {
                            value: boolean | number | string;
                            /** @description A date, or a period "YYYY-MM-DD/YYYY-MM-DD" with both days in it; `..` for an open end. */
                            during?: string;
                        } | {
                            value: boolean | number | string;
                            /** @description A date, or a period "YYYY-MM-DD/YYYY-MM-DD" with both days in it; `..` for an open end. */
                            during?: string;
                        }[];
                    };
                };
            };
        };
        ChangeFilePart0: boolean | "unknown" | {
            all: components["schemas"]["ChangeFilePart0"][];
        } | {
            any: components["schemas"]["ChangeFilePart0"][];
        } | {
            none: components["schemas"]["ChangeFilePart0"][];
        } | {
            position: string;
            options: {
                [key: string]: components["schemas"]["ChangeFilePart0"];
            };
        } | {
            purpose: string[];
        } | {
            field: string[];
        } | {
            recipient: string[];
        } | {
            actor: string[];
        } | {
            place: string[];
            /** @enum {string} */
            of?: "act" | "offered" | "hosted" | "used" | "output-shown" | "domicile" | "headquarters";
            /** @enum {string} */
            members?: "at-signature" | "from-time-to-time";
        } | {
            quantity: string;
            /** @enum {string} */
            of: "act" | "source" | "object" | "actor" | "group" | "use" | "licensor" | "recipient";
            /** @enum {string} */
            at?: "act" | "acquisition" | "generation" | "training" | "acceptance" | "publication" | "release" | "use" | "continuously";
            atMost?: number;
            below?: number;
            above?: number;
            atLeast?: number;
            unit?: string;
            per?: string;
            sticky?: boolean;
        } | {
            fact: string;
            /** @enum {string} */
            of?: "act" | "source" | "object" | "actor" | "group" | "use" | "licensor" | "recipient";
            is?: boolean | number | string;
            oneOf?: (boolean | number | string)[];
            recorded?: boolean;
        } | {
            /** @enum {string} */
            date: "act" | "acquisition" | "generation" | "training" | "acceptance" | "publication" | "release" | "use" | "continuously";
            from?: string;
            to?: string;
        } | {
            kind: string[];
            /** @enum {string} */
            of?: "source" | "object";
        } | {
            derivation: string[];
        } | {
            asserted: string;
        } | {
            exposure: string;
            oneOf: ("covered" | "cured" | "released" | "open")[];
        };
        ChangeSet: {
            number: number;
            at: string;
            by: string;
            why: string | null;
            /** @description As they were asked for; null: a whole graph was written. */
            changes: components["schemas"]["RecordedChange"][] | null;
        };
        /**
         * Decision
         * @description Schema urn:cleartitle:schema:decision:1.
         */
        Decision: {
            /** @constant */
            $schema: "urn:cleartitle:schema:decision:1";
            /** @constant */
            version: 1;
            use: {
                name: string;
                of: string;
                actions: string[];
                actor: string;
                recipients: {
                    role: string;
                    in: string[];
                    actions: string[];
                }[];
                as: string | null;
                purpose: string[];
                field: string[];
                in: string[];
                on: string;
                scale: {
                    [key: string]: string;
                };
            };
            watch: {
                on: string | null;
                what: string;
                law: string | null;
            }[];
            /** @enum {unknown} */
            decision: "cleared" | "conditional" | "unresolved" | "blocked";
            /** @enum {unknown} */
            best: "cleared" | "conditional" | "blocked";
            /** @enum {unknown} */
            worst: "cleared" | "conditional" | "blocked";
            byTerritory: {
                territories: string[];
                /** @enum {unknown} */
                decision: "cleared" | "conditional" | "unresolved" | "blocked";
                reasons: string[];
            }[];
            range: {
                /** @enum {unknown} */
                conservative: "cleared" | "conditional" | "unresolved" | "blocked";
                /** @enum {unknown} */
                permissive: "cleared" | "conditional" | "unresolved" | "blocked";
                exact: boolean;
                pivots: string[][];
            } | null;
            reasons: {
                id: string;
                /** @enum {unknown} */
                decision: "cleared" | "conditional" | "unresolved" | "blocked";
                /** @enum {unknown} */
                tense: "present" | "past";
                asset: string;
                part: string | null;
                version: string | null;
                layer: string;
                action: string;
                act: string | null;
                party: string;
                bound: string | null;
                instrument: string | null;
                norm: string | null;
                licensor: string | null;
                /** @enum {unknown} */
                basisKind: "owned" | "unprotected" | "granted" | "excepted" | "none";
                objectRole: string | null;
                cite: string | null;
                quote: string | null;
                verified: string | null;
                outcome: string;
                facts: string[];
                premises: {
                    reads: string;
                    of: string | null;
                    is: string | null;
                    needs: string;
                    /** @enum {unknown} */
                    result: "true" | "false" | "unknown";
                }[];
                options: {
                    /** @enum {unknown} */
                    kind: "owned" | "unprotected" | "granted" | "excepted";
                    instrument: string | null;
                    norm: string | null;
                    fails: string | null;
                    interval: {
                        /** @enum {unknown} */
                        best: "cleared" | "conditional" | "blocked";
                        /** @enum {unknown} */
                        worst: "cleared" | "conditional" | "blocked";
                    };
                    cite: string | null;
                    quote: string | null;
                    verified: string | null;
                    premises: {
                        reads: string;
                        of: string | null;
                        is: string | null;
                        needs: string;
                        /** @enum {unknown} */
                        result: "true" | "false" | "unknown";
                    }[];
                }[];
                territories: string[];
                path: string[];
                count: number;
            }[];
            reasonTotals: {
                shown: number;
                total: number;
            };
            exposure: {
                act: string;
                action: string;
                who: string;
                in: string | null;
                on: string | null;
                asset: string;
                layer: string;
                /** @enum {unknown} */
                state: "covered" | "cured" | "released" | "open" | "unknown";
                curedBy: string | null;
                why: string;
                premises: {
                    reads: string;
                    of: string | null;
                    is: string | null;
                    needs: string;
                    /** @enum {unknown} */
                    result: "true" | "false" | "unknown";
                }[];
            }[];
            choices: {
                asset: string;
                layer: string;
                territories: string[];
                taken: string;
                alternatives: string[];
                why: string;
            }[];
            obligations: {
                do: string;
                text: string | null;
                debtor: string;
                creditor: string | null;
                object: string;
                trigger: string;
                due: string;
                reading: string;
                /** @enum {unknown} */
                state: "open" | "met" | "overdue" | "if";
                evidence: string[];
                if: string | null;
                instrument: string;
                norm: string;
                cite: string;
            }[];
            questions: {
                fact: string;
                of: string;
                /** @enum {unknown} */
                control: "undertaking" | "circumstance";
                ask: string;
                settles: string[];
            }[];
            remedies: {
                /** @enum {unknown} */
                kind: "obtain" | "amend" | "replace" | "drop" | "restrict" | "evidence" | "adopt" | "wait";
                what: string;
                asset: string | null;
                improves: string | null;
                because: string[];
            }[];
            findings: {
                kind: string;
                asset: string | null;
                detail: string;
                settle: string;
            }[];
            outboundLicenses: {
                candidates: string[];
                custom: boolean;
                constraints: {
                    kind: string;
                    what: string;
                    from: string;
                    cite: string;
                }[];
                taken: string | null;
            } | null;
            assumptions: {
                position: string | null;
                presumption: string | null;
                asset: string | null;
                value: string;
                cite: string | null;
            }[];
            notAsked: string[];
            coverage: {
                territory: string;
                layer: string;
                why: string;
            }[];
            timeline: {
                on: string;
                what: string;
                decision: ("cleared" | "conditional" | "unresolved" | "blocked") | null;
                cite: string | null;
            }[];
            waivers: {
                id: string;
                reason: string;
                until: string;
                covers: string[];
            }[];
            cut: boolean;
            proof: {
                nodes: number;
                digest: string;
                dag?: {
                    id: string;
                    kind: string;
                    interval: {
                        /** @enum {unknown} */
                        best: "cleared" | "conditional" | "blocked";
                        /** @enum {unknown} */
                        worst: "cleared" | "conditional" | "blocked";
                    };
                    /** @enum {unknown} */
                    rule: "join" | "meet" | "given";
                    children: string[];
                    says: string;
                    cite: string | null;
                }[];
            };
            basis: {
                catalogue: string;
                taxonomies: string;
                groups: string;
                graph: string;
                positions: string;
                engine: string;
                asOf: string;
                knownAt: string;
            };
        };
        AskBody: {
            /** @description A use of the records. */
            use: string;
            /** @description Places to ask for instead of those of the use: ISO 3166 codes, or groups like EU. */
            in?: string[];
            /** @description Date of the answer; default: the date of the use. */
            asOf?: string;
            /** @description Count only what was recorded by then. */
            knownAt?: string;
            /**
             * @description Where no position is taken.
             * @enum {string}
             */
            profile?: "cautious" | "strict" | "permissive";
            /** @description The change set whose records are asked; default: the newest. */
            at?: number;
            /**
             * @description With every node of the proof.
             * @default false
             */
            proof?: boolean;
        };
        Question: {
            /** @description A use of the records. */
            use: string;
            /** @description Places to ask for instead of those of the use: ISO 3166 codes, or groups like EU. */
            in?: string[];
            /** @description Date of the answer; default: the date of the use. */
            asOf?: string;
            /** @description Count only what was recorded by then. */
            knownAt?: string;
            /**
             * @description Where no position is taken.
             * @enum {string}
             */
            profile?: "cautious" | "strict" | "permissive";
        };
        /**
         * Questions
         * @description Schema urn:cleartitle:schema:questions:1.
         */
        Inquiry: {
            /** @constant */
            $schema: "urn:cleartitle:schema:questions:1";
            /** @constant */
            version: 1;
            use: string;
            /** @enum {unknown} */
            decision: "cleared" | "conditional" | "unresolved" | "blocked";
            byTerritory: {
                territories: string[];
                /** @enum {unknown} */
                decision: "cleared" | "conditional" | "unresolved" | "blocked";
            }[];
            questions: {
                fact: string;
                of: string;
                /** @enum {unknown} */
                bearer: "asset" | "derivation" | "acquisition" | "party" | "use" | null;
                /** @enum {unknown} */
                control: "undertaking" | "circumstance";
                /** @enum {unknown} */
                type: "boolean" | "enum" | "date" | "number" | "text" | "places" | "quantity" | "license" | "verification";
                ask: string;
                help: string | null;
                settles: string[];
                needs: {
                    instrument: string | null;
                    norm: string | null;
                    title: string | null;
                    cite: string | null;
                    /** @enum {unknown} */
                    as: "excepted" | "unprotected" | "granted" | "owned" | "ban" | "duty" | "presence" | "past";
                    asset: string;
                    action: string;
                    act: string | null;
                    needs: string;
                    territories: string[];
                }[];
                answers: {
                    value: string;
                    write: string;
                    effects: {
                        territories: string[];
                        /** @enum {unknown} */
                        before: "cleared" | "conditional" | "unresolved" | "blocked";
                        /** @enum {unknown} */
                        after: "cleared" | "conditional" | "unresolved" | "blocked";
                    }[] | null;
                    exposure: string[] | null;
                }[];
            }[];
            cut: {
                questions: number;
                answers: number;
            };
            risks: {
                asset: string;
                type: string;
                title: string;
                assumes: string;
                modifiers: string[];
                matrix: string;
                reviewed: string;
                places: {
                    territories: string[];
                    cell: string | null;
                    /** @enum {unknown} */
                    level: "low" | "medium" | "high" | "critical" | null;
                    reasons: {
                        code: string;
                        says: string;
                        rules: {
                            id: string;
                            title: string;
                        }[];
                    }[];
                }[];
            }[];
            basis: {
                catalogue: string;
                taxonomies: string;
                groups: string;
                graph: string;
                positions: string;
                engine: string;
                asOf: string;
                knownAt: string;
            };
        };
        AskDescribedBody: {
            described: components["schemas"]["DescribedUse"];
            /**
             * @description What the use is called in the answer; none of the records has the name.
             * @default asked
             */
            name?: string;
            /** @description Date of the answer; default: the date of the use. */
            asOf?: string;
            /** @description Count only what was recorded by then. */
            knownAt?: string;
            /**
             * @description Where no position is taken.
             * @enum {string}
             */
            profile?: "cautious" | "strict" | "permissive";
            /** @description The change set whose records are asked; default: the newest. */
            at?: number;
            /**
             * @description With every node of the proof.
             * @default false
             */
            proof?: boolean;
        };
        /** @description The question: may this be done? */
        DescribedUse: {
            /** @description The asset used. */
            of: string;
            actions: string | string[];
            /** @description Default `us`. */
            actor?: string;
            recipients?: {
                role: string;
                /** @description ISO 3166-1 code, 3166-2 where the law divides, or a group such as EU; one or a list. */
                in?: string | string[];
                /** @description What the recipient will do with it. */
                actions?: string | string[];
            }[];
            /** @description License under which it is released: one of the catalogue, by any of its names, or one of `instruments`. */
            as?: string;
            /** @description Public name under which it is released. */
            named?: string;
            purpose?: string | string[];
            field?: string | string[];
            /** @description All places in which it is offered. */
            in: string | string[];
            /** @description Where it runs, if elsewhere. */
            hosted?: string | string[];
            /** @description A calendar date, "YYYY-MM-DD", in quotes. */
            on: string;
            /** @description Quantity → planned amount: a number means exactly so much. */
            scale?: {
                [key: string]: number | {
                    /** @description The lower bound, inclusive. */
                    atLeast?: number;
                    /** @description The upper bound, inclusive. */
                    atMost?: number;
                    unit?: string;
                    /** @description A date, or a period "YYYY-MM-DD/YYYY-MM-DD" with both days in it; `..` for an open end. */
                    during?: string;
                } | {
                    /** @description The lower bound, inclusive. */
                    atLeast?: number;
                    /** @description The upper bound, inclusive. */
                    atMost?: number;
                    unit?: string;
                    /** @description A date, or a period "YYYY-MM-DD/YYYY-MM-DD" with both days in it; `..` for an open end. */
                    during?: string;
                }[];
            };
            /** @description Fact → value, or a value with the period in which it held, or a list of these. */
            facts?: {
                [key: string]: (boolean | number | string) | {
                    value: boolean | number | string;
                    /** @description A date, or a period "YYYY-MM-DD/YYYY-MM-DD" with both days in it; `..` for an open end. */
                    during?: string;
                } | {
                    value: boolean | number | string;
                    /** @description A date, or a period "YYYY-MM-DD/YYYY-MM-DD" with both days in it; `..` for an open end. */
                    during?: string;
                }[];
            };
        };
        QuestionsDescribedBody: {
            described: components["schemas"]["DescribedUse"];
            /**
             * @description What the use is called in the answer; none of the records has the name.
             * @default asked
             */
            name?: string;
            /** @description Date of the answer; default: the date of the use. */
            asOf?: string;
            /** @description Count only what was recorded by then. */
            knownAt?: string;
            /**
             * @description Where no position is taken.
             * @enum {string}
             */
            profile?: "cautious" | "strict" | "permissive";
            /** @description The change set whose records are asked; default: the newest. */
            at?: number;
            /**
             * @description Questions that are told at most.
             * @default 20
             */
            most?: number;
        };
        Outline: {
            /** @enum {string} */
            $schema: "urn:cleartitle:schema:outline:1";
            /** @enum {number} */
            version: 1;
            /** @description How many things what is asked about came from, itself included. */
            things: number;
            /** @description The nearest thing of each kind, and how many there are of it, itself included; nearest first. */
            kinds: {
                asset: string;
                things: number;
            }[];
            decision?: components["schemas"]["Decision"] & (Record<string, never> | null);
        };
        OutlineBody: {
            /** @description A use of the records. */
            use: string;
            /** @description Places to ask for instead of those of the use: ISO 3166 codes, or groups like EU. */
            in?: string[];
            /** @description Date of the answer; default: the date of the use. */
            asOf?: string;
            /** @description Count only what was recorded by then. */
            knownAt?: string;
            /**
             * @description Where no position is taken.
             * @enum {string}
             */
            profile?: "cautious" | "strict" | "permissive";
            /** @description The change set whose records are asked; default: the newest. */
            at?: number;
            /**
             * @description Claims that earlier acts are judged against at most. 0: they are counted and not judged, so that the answer is cut, and never better than `unresolved`, where there are some.
             * @default 0
             */
            claims?: number;
        };
        OutlineDescribedBody: {
            described: components["schemas"]["DescribedUse"];
            /**
             * @description What the use is called in the answer; none of the records has the name.
             * @default asked
             */
            name?: string;
            /** @description Date of the answer; default: the date of the use. */
            asOf?: string;
            /** @description Count only what was recorded by then. */
            knownAt?: string;
            /**
             * @description Where no position is taken.
             * @enum {string}
             */
            profile?: "cautious" | "strict" | "permissive";
            /** @description The change set whose records are asked; default: the newest. */
            at?: number;
            /**
             * @description Claims that earlier acts are judged against at most. 0: they are counted and not judged, so that the answer is cut, and never better than `unresolved`, where there are some.
             * @default 0
             */
            claims?: number;
        };
        RecordedDecision: {
            number: number;
            /** @description The records that were decided on. */
            changeSet: number;
            use: string;
            /** @enum {string} */
            status: "cleared" | "conditional" | "unresolved" | "blocked";
            basis: components["schemas"]["Basis"];
            question: {
                use: string;
                in: string[] | null;
                asOf: string | null;
                knownAt: string | null;
                profile: string | null;
            };
            /** @description Digest of its canonical text. */
            decision: string;
            at: string;
            by: string;
        };
        /** @description `proof` of a decision, with `dag`. */
        Proof: {
            nodes: number;
            digest: string;
            dag?: {
                id: string;
                kind: string;
                interval: {
                    /** @enum {unknown} */
                    best: "cleared" | "conditional" | "blocked";
                    /** @enum {unknown} */
                    worst: "cleared" | "conditional" | "blocked";
                };
                /** @enum {unknown} */
                rule: "join" | "meet" | "given";
                children: string[];
                says: string;
                cite: string | null;
            }[];
        };
        EvidenceFile: {
            sha256: string;
            bytes: number;
            mediaType: string | null;
            at: string;
            by: string;
        };
        LongAsk: {
            questions: components["schemas"]["Question"][];
            /** @description The change set whose records are asked; default: the newest. */
            at?: number;
        } | {
            /** @description Each use of the records is asked of, in their order. */
            every: {
                /** @description Date of the answer; default: the date of the use. */
                asOf?: string;
                /** @description Count only what was recorded by then. */
                knownAt?: string;
                /**
                 * @description Where no position is taken.
                 * @enum {string}
                 */
                profile?: "cautious" | "strict" | "permissive";
            };
            /** @description The change set whose records are asked; default: the newest. */
            at?: number;
        };
        LongCheck: {
            /** @description Date of the answer; default: the date of the use. */
            asOf?: string;
            /** @description Count only what was recorded by then. */
            knownAt?: string;
            /**
             * @description Where no position is taken.
             * @enum {string}
             */
            profile?: "cautious" | "strict" | "permissive";
            /**
             * @description From which answer on a use stops.
             * @default blocked
             * @enum {string}
             */
            failOn?: "blocked" | "unresolved" | "conditional";
            /** @description The change set whose records are asked; default: the newest. */
            at?: number;
        };
        LongImpact: {
            changes: components["schemas"]["ChangeFile"];
            /** @description Date of the answer; default: the date of the use. */
            asOf?: string;
            /** @description Count only what was recorded by then. */
            knownAt?: string;
            /**
             * @description Where no position is taken.
             * @enum {string}
             */
            profile?: "cautious" | "strict" | "permissive";
        };
        /** @description Schema urn:cleartitle:schema:impact:1#/properties/uses/items. */
        ImpactEntry: {
            use: string;
            of: string;
            before: {
                /** @enum {unknown} */
                decision: "cleared" | "conditional" | "unresolved" | "blocked";
                byTerritory: {
                    territories: string[];
                    /** @enum {unknown} */
                    decision: "cleared" | "conditional" | "unresolved" | "blocked";
                }[];
            } | null;
            after: {
                /** @enum {unknown} */
                decision: "cleared" | "conditional" | "unresolved" | "blocked";
                byTerritory: {
                    territories: string[];
                    /** @enum {unknown} */
                    decision: "cleared" | "conditional" | "unresolved" | "blocked";
                }[];
            } | null;
            /** @enum {unknown} */
            change: "better" | "worse" | "mixed" | "reasons" | "same" | "new" | "gone";
            effects: {
                territories: string[];
                /** @enum {unknown} */
                before: "cleared" | "conditional" | "unresolved" | "blocked";
                /** @enum {unknown} */
                after: "cleared" | "conditional" | "unresolved" | "blocked";
            }[];
            differs: string[];
            territories: {
                gone: string[];
                new: string[];
            };
            reasons: {
                gone: string[];
                new: string[];
            };
            obligations: {
                gone: string[];
                new: string[];
            };
            exposure: {
                gone: string[];
                new: string[];
            };
            findings: {
                gone: string[];
                new: string[];
            };
        };
        CheckedUse: {
            use: string;
            asset: string;
            /** @enum {string} */
            decision: "cleared" | "conditional" | "unresolved" | "blocked";
            /**
             * @description What is left of the decision after waivers: this meets the gate.
             * @enum {string}
             */
            left: "cleared" | "conditional" | "unresolved" | "blocked";
            /** @enum {string} */
            gate: "stops" | "waived" | "passes";
            waivers: string[];
            reasons: {
                id: string;
                /** @enum {string} */
                decision: "cleared" | "conditional" | "unresolved" | "blocked";
                asset: string;
                layer: string;
                action: string;
                instrument: string | null;
                outcome: string;
                cite: string | null;
                says: string;
            }[];
            hiddenReasons: number;
            obligations: number;
            openExposures: number;
            findings: {
                kind: string;
                asset: string | null;
                detail: string;
                settle: string;
            }[];
            drift: {
                declared: string;
                source: string;
                license: string;
                /** @enum {string} */
                why: "outbound" | "refused";
                through: string;
                depth: number;
                cite: string | null;
            }[];
            unknowns: string[];
        };
        CheckedFinding: {
            kind: string;
            asset: string | null;
            detail: string;
            settle: string;
            fingerprint: string;
            /**
             * @description The worst answer that it has a part in; null: no use reaches it.
             * @enum {string|null}
             */
            bearsOn: "cleared" | "conditional" | "unresolved" | "blocked" | null;
        };
        Import: {
            /** @description The change set that it became. */
            number: number;
            source: string;
            files: {
                file: string;
                format: string | null;
                sha256: string | null;
            }[];
        };
        Notice: {
            number: number;
            at: string;
            /** @enum {string} */
            kind: "term-ends" | "obligation-due" | "waiver-ends" | "evidence-stale" | "decision-changes" | "law-review" | "law-ahead" | "law-pending";
            /** @enum {string} */
            stage: "ahead" | "past";
            on: string | null;
            roles: string[];
            person: string | null;
            what: string;
            todo: string;
            link: string;
            fingerprint: string;
        };
        Subscription: {
            number: number;
            person: string;
            /** @enum {string} */
            channel: "webhook" | "mail" | "calendar";
            address: string | null;
            /** @description null: whatever is the person's work. */
            kinds: string[] | null;
            at: string;
            endedAt: string | null;
        };
        MadeSubscription: {
            number: number;
            /** @description What signs; told once. null: mail is not signed. */
            secret: string | null;
        };
        MadeCalendar: {
            number: number;
            /** @description Whoever has it reads the calendar; told once. */
            address: string;
        };
        CatalogueNames: {
            actions: {
                [key: string]: {
                    title: string;
                };
            };
            assetKinds: {
                [key: string]: {
                    title: string;
                };
            };
            derivationKinds: {
                [key: string]: {
                    title: string;
                };
            };
            duties: {
                [key: string]: {
                    title: string;
                };
            };
            fields: {
                [key: string]: {
                    title: string;
                };
            };
            layers: {
                [key: string]: {
                    title: string;
                };
            };
            partyKinds: {
                [key: string]: {
                    title: string;
                };
            };
            purposes: {
                [key: string]: {
                    title: string;
                };
            };
            quantities: {
                [key: string]: {
                    title: string;
                };
            };
            recipients: {
                [key: string]: {
                    title: string;
                };
            };
            restrictions: {
                [key: string]: {
                    title: string;
                };
            };
            facts: {
                [key: string]: {
                    ask: string;
                    type: string;
                    values: string[];
                };
            };
            groups: {
                [key: string]: {
                    title: string;
                    members: (string | {
                        place: string;
                        from?: string;
                        to?: string;
                    })[];
                };
            };
            places: {
                [key: string]: {
                    title: string;
                };
            };
            instruments: {
                [key: string]: {
                    title: string;
                    link: string | null;
                };
            };
            laws: {
                [key: string]: {
                    title: string;
                    authority: string[];
                    jurisdiction: string;
                    link: string | null;
                };
            };
            positions: {
                [key: string]: {
                    question: string;
                    options: {
                        id: string;
                        says: string;
                    }[];
                };
            };
        };
        CatalogueRecord: {
            id: string;
            title: string;
            kind: string;
            /** @enum {string} */
            verified: "primary" | "secondary" | "partial" | "memory" | "unverified";
            reviewed: string | null;
        };
        /** @description The record as the catalogue has it, in the norm language. */
        CatalogueText: {
            [key: string]: unknown;
        };
        CatalogueWords: {
            id: string;
            title: string;
            /** @enum {string} */
            verified: "primary" | "secondary" | "partial" | "memory" | "unverified";
            reviewed: string;
            reviewBy: string | null;
            jurisdiction: string | null;
            /** @description Of a rule of law; null: the record does not say. */
            inForce: {
                from: string | null;
                to: string | null;
            } | null;
            lead: string[];
            sections: {
                title: string;
                items: {
                    text: string;
                    details: string[];
                    quote: string | null;
                    ids: string[];
                }[];
            }[];
            /** @description Of a position: the records that turn on it. */
            usedBy: string[];
        };
        /** @description What is said otherwise, and for whom. */
        TextChange: {
            /** @enum {string} */
            what: "new" | "gone" | "changed";
            about: string;
            whom: string;
            before: string | null;
            after: string | null;
            details: string[];
            cites: string[];
        };
        CalendarEntry: {
            on: string | null;
            /** @enum {string} */
            kind: "begins" | "ends" | "announced" | "pending" | "review";
            record: string;
            jurisdiction: string | null;
            what: string;
            cite: string | null;
            /** @enum {string} */
            verified: "primary" | "secondary" | "partial" | "memory" | "unverified";
        };
        ClauseTopicBrief: {
            id: string;
            number: number;
            title: string;
            /** @description What the parties have to settle. */
            asks: string;
        };
        ClauseTopic: {
            id: string;
            number: number;
            title: string;
            asks: string;
            fields: components["schemas"]["ClauseField"][];
            versions: components["schemas"]["ClauseVersion"][];
            fallback: {
                licensor: components["schemas"]["ClauseFallback"][];
                licensee: components["schemas"]["ClauseFallback"][];
            };
            /** @description Topics to read with it. */
            interplay: string[];
            standing: string;
            reviewed: string;
        };
        ClauseField: {
            name: string;
            type: string;
            is: string;
            default: number | string | string[] | null;
            /** @description Of a field that the parties must say. */
            example: number | string | string[] | null;
            options: string[];
        };
        ClauseVersion: {
            /** @enum {string} */
            version: "licensor" | "neutral" | "licensee";
            /** @description Sentences, with `{{fields}}` in them. */
            text: string[];
            why: string;
            risk: string;
            /** @description Sentences that norms do not carry. */
            notes: {
                at: number;
                why: string;
            }[];
        };
        ClauseFallback: {
            to: string;
            says: string;
        };
        TemplateBrief: {
            id: string;
            title: string;
            /** @description What it is for, and for whom. */
            for: string;
        };
        AgreementTemplate: components["schemas"]["TemplateBrief"] & {
            /** @description What the deal model does not say of such an agreement, and how it is done instead. */
            limits: string[];
            /** @description As what each asset is licensed that is named by its id alone. */
            asset: {
                kind: string;
                layers: string[];
                scope: string[];
            };
            groups: {
                title: string;
                topics: string[];
            }[];
            questions: components["schemas"]["TemplateQuestion"][];
            standing: string;
            reviewed: string;
        };
        TemplateQuestion: {
            id: string;
            asks: string;
            why: string;
            topic: string;
            topicTitle: string;
            /** @description What is taken where nothing is answered; null: it must be answered. */
            proposed: number | string | string[] | null;
            /** @description Of a question of a version; else empty. */
            choices: {
                /** @enum {string} */
                answer: "licensor" | "neutral" | "licensee" | "none";
                /** @description The clause, with `{{fields}}` in it. */
                says: string[];
            }[];
            /** @description Of a question of a value. */
            field: components["schemas"]["ClauseField"] | null;
            /** @description It is of a field beside the questions of the template's own: what is proposed will mostly do. */
            isDetail: boolean;
            /** @description It is asked only under these answers to another question; null: always. */
            askedWhere: {
                question: string;
                answers: string[];
            } | null;
        };
        /** @description What every deal says of itself, and under `answers` what is answered to the questions of the template. */
        TemplateAnswers: {
            id: string;
            title?: string;
            written: string;
            licensor: {
                id: string;
                name?: string;
            };
            licensee: {
                id: string;
                name?: string;
            };
            assets: (string | {
                id: string;
                kind: string;
                layers: ("copyright" | "moral" | "related" | "personal-data" | "contract" | "secret" | "patent" | "personality" | "mark" | "access" | "regulation")[];
                scope?: ("content" | "database" | "metadata" | "code" | "weights" | "output")[];
            })[];
            /** @enum {string} */
            position?: "licensor" | "neutral" | "licensee";
            answers?: {
                [key: string]: (number | string | string[]) | "none";
            };
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The process runs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "up";
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReady: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The process can answer: its database does */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ready";
                        catalogue: string;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the process has done so far, in the text format of Prometheus */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Which ways in there are */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Nobody can sign in yet: whoever has the code of the terminal becomes the first person. */
                        first: boolean;
                        /** @description People sign in at a provider as well. */
                        provider: boolean;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who is signed in, and what they may do where */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description How somebody signs in, such as an e-mail address. */
                    login: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Sign in with a local account */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedSession"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sign out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postFirstStart: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    name: string;
                    /** @description How somebody signs in, such as an e-mail address. */
                    login: string;
                    password: string;
                    /** @example acme */
                    workspace: string;
                };
            };
        };
        responses: {
            /** @description Become the first person of a new server */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedSession"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    /** @description How somebody signs in, such as an e-mail address. */
                    login: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Choose a password with a code */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedSession"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description How somebody signs in, such as an e-mail address. */
                    login: string;
                    current: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Change one's password */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedSession"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSignInProvider: {
        parameters: {
            query?: {
                returnTo?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sign in at the provider */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSignInProviderBack: {
        parameters: {
            query?: {
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where the provider sends people back to */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRoles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Roles, and what each is for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            role: "viewer" | "engineer" | "counsel" | "approver" | "licensor" | "auditor" | "admin";
                            text: string;
                            permissions: string[];
                        }[];
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspacePeople: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who works in a workspace */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Member"][];
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspacePeople: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /**
                     * Format: email
                     * @default null
                     */
                    email?: string | null;
                    roles: ("viewer" | "engineer" | "counsel" | "approver" | "licensor" | "auditor" | "admin")[];
                };
            };
        };
        responses: {
            /** @description Take somebody new in, who chooses a password with a code */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putWorkspacesWorkspacePeoplePersonRoles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    roles: ("viewer" | "engineer" | "counsel" | "approver" | "licensor" | "auditor" | "admin")[];
                };
            };
        };
        responses: {
            /** @description Set all roles of somebody in a workspace; none takes them out */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        roles: string[];
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspacePeoplePersonInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Give somebody a code for a new password */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteWorkspacesWorkspacePeoplePersonSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description End all sessions of somebody who works here */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ended: number;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceAudit: {
        parameters: {
            query?: {
                /** @description `id` of the last entry that is known. */
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who signed in, and who changed whose roles and tokens, from the oldest on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AuditEntry"][];
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceTokens: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One's tokens in a workspace; of who gives roles, everybody's */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Token"][];
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceTokens: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    scopes: string[];
                    /** Format: date-time */
                    expiresAt: string;
                };
            };
        };
        responses: {
            /** @description Make a token for a program */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeToken"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteWorkspacesWorkspaceTokensToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description End a token: one's own, or of whoever works where one gives roles */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where one is signed in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Session"][];
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteSessionsSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description End one of one's sessions */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceProposals: {
        parameters: {
            query?: {
                after?: number | null;
                limit?: number;
                state?: "open" | "approved" | "rejected" | "withdrawn";
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was proposed, in order, and where it stands */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Proposal"][];
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceProposalsNumber: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A proposal */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceProposalsNumberImpact: {
        parameters: {
            query?: {
                /** @description Uses that are decided at most; the others are named in `cut`. */
                most?: number;
            };
            header?: never;
            path: {
                workspace: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a proposal would do to every answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Impact"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspacePositions: {
        parameters: {
            query?: {
                /** @description Entries of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Number of the change set whose state is read; default: the newest. */
                at?: number | null;
                /** @description The state as it was recorded by this instant, or by the end of this day (UTC). */
                asOf?: string;
                position?: string;
                territory?: string;
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List positions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AdoptedPosition"][];
                        /** @description `cursor` of the next page; null: this is the last. */
                        next: string | null;
                        changeSet: number;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspacePositions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    why: string;
                    proposed: {
                        /**
                         * @default position
                         * @enum {string}
                         */
                        kind?: "position";
                        position: string;
                        /** @default WORLD */
                        territory?: string;
                        /** @description null: the position is taken back. */
                        option: string | null;
                        /**
                         * Format: date
                         * @description From when on; null: as if it had always been so.
                         * @default null
                         */
                        on?: string | null;
                    } | {
                        /**
                         * @default profile
                         * @enum {string}
                         */
                        kind?: "profile";
                        /** @enum {string} */
                        profile: "cautious" | "strict" | "permissive";
                    };
                };
            };
        };
        responses: {
            /** @description Record a position at once, where there is one user */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changeSet: number;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceProposalsPositions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    why: string;
                    proposed: {
                        /**
                         * @default position
                         * @enum {string}
                         */
                        kind?: "position";
                        position: string;
                        /** @default WORLD */
                        territory?: string;
                        /** @description null: the position is taken back. */
                        option: string | null;
                        /**
                         * Format: date
                         * @description From when on; null: as if it had always been so.
                         * @default null
                         */
                        on?: string | null;
                    } | {
                        /**
                         * @default profile
                         * @enum {string}
                         */
                        kind?: "profile";
                        /** @enum {string} */
                        profile: "cautious" | "strict" | "permissive";
                    };
                };
            };
        };
        responses: {
            /** @description Propose a position */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceProposalsPositionsNumberRevisions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    why: string;
                    proposed: {
                        /**
                         * @default position
                         * @enum {string}
                         */
                        kind?: "position";
                        position: string;
                        /** @default WORLD */
                        territory?: string;
                        /** @description null: the position is taken back. */
                        option: string | null;
                        /**
                         * Format: date
                         * @description From when on; null: as if it had always been so.
                         * @default null
                         */
                        on?: string | null;
                    } | {
                        /**
                         * @default profile
                         * @enum {string}
                         */
                        kind?: "profile";
                        /** @enum {string} */
                        profile: "cautious" | "strict" | "permissive";
                    };
                };
            };
        };
        responses: {
            /** @description Propose a position in another text */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceProposalsPositionsNumberWithdrawal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    digest: string;
                    /** @default null */
                    why?: string | null;
                };
            };
        };
        responses: {
            /** @description Withdraw a position that one proposed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceProposalsPositionsNumberRulings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    digest: string;
                    /** @default null */
                    why?: string | null;
                    /** @enum {string} */
                    verdict: "approve" | "reject";
                };
            };
        };
        responses: {
            /** @description Approve or reject a position that somebody else proposed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceConclusions: {
        parameters: {
            query?: {
                /** @description Entries of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Number of the change set whose state is read; default: the newest. */
                at?: number | null;
                /** @description The state as it was recorded by this instant, or by the end of this day (UTC). */
                asOf?: string;
                about?: string;
                what?: string;
                by?: string;
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List conclusions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Statement"][];
                        /** @description `cursor` of the next page; null: this is the last. */
                        next: string | null;
                        changeSet: number;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceConclusions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    why: string;
                    proposed: {
                        /**
                         * @default conclusion
                         * @enum {string}
                         */
                        kind?: "conclusion";
                        about: {
                            /** @enum {string} */
                            kind: "asset" | "derivation" | "party" | "instrument" | "acquisition";
                            id: string;
                        };
                        what: string;
                        value: boolean | number | string;
                        /**
                         * @default null
                         * @enum {string|null}
                         */
                        scope?: "content" | "database" | "metadata" | "code" | "weights" | "output" | null;
                        /** @default null */
                        part?: string | null;
                        /**
                         * Format: date
                         * @default null
                         */
                        from?: string | null;
                        /**
                         * Format: date
                         * @default null
                         */
                        to?: string | null;
                        /**
                         * @description The statement that this corrects.
                         * @default null
                         */
                        supersedes?: string | null;
                        /** @default null */
                        evidence?: string | null;
                    } | {
                        /**
                         * @default withdrawal
                         * @enum {string}
                         */
                        kind?: "withdrawal";
                        /** @description The conclusion that is taken back. */
                        statement: string;
                    };
                };
            };
        };
        responses: {
            /** @description Record a conclusion at once, where there is one user */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changeSet: number;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceProposalsConclusions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    why: string;
                    proposed: {
                        /**
                         * @default conclusion
                         * @enum {string}
                         */
                        kind?: "conclusion";
                        about: {
                            /** @enum {string} */
                            kind: "asset" | "derivation" | "party" | "instrument" | "acquisition";
                            id: string;
                        };
                        what: string;
                        value: boolean | number | string;
                        /**
                         * @default null
                         * @enum {string|null}
                         */
                        scope?: "content" | "database" | "metadata" | "code" | "weights" | "output" | null;
                        /** @default null */
                        part?: string | null;
                        /**
                         * Format: date
                         * @default null
                         */
                        from?: string | null;
                        /**
                         * Format: date
                         * @default null
                         */
                        to?: string | null;
                        /**
                         * @description The statement that this corrects.
                         * @default null
                         */
                        supersedes?: string | null;
                        /** @default null */
                        evidence?: string | null;
                    } | {
                        /**
                         * @default withdrawal
                         * @enum {string}
                         */
                        kind?: "withdrawal";
                        /** @description The conclusion that is taken back. */
                        statement: string;
                    };
                };
            };
        };
        responses: {
            /** @description Propose a conclusion */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceProposalsConclusionsNumberRevisions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    why: string;
                    proposed: {
                        /**
                         * @default conclusion
                         * @enum {string}
                         */
                        kind?: "conclusion";
                        about: {
                            /** @enum {string} */
                            kind: "asset" | "derivation" | "party" | "instrument" | "acquisition";
                            id: string;
                        };
                        what: string;
                        value: boolean | number | string;
                        /**
                         * @default null
                         * @enum {string|null}
                         */
                        scope?: "content" | "database" | "metadata" | "code" | "weights" | "output" | null;
                        /** @default null */
                        part?: string | null;
                        /**
                         * Format: date
                         * @default null
                         */
                        from?: string | null;
                        /**
                         * Format: date
                         * @default null
                         */
                        to?: string | null;
                        /**
                         * @description The statement that this corrects.
                         * @default null
                         */
                        supersedes?: string | null;
                        /** @default null */
                        evidence?: string | null;
                    } | {
                        /**
                         * @default withdrawal
                         * @enum {string}
                         */
                        kind?: "withdrawal";
                        /** @description The conclusion that is taken back. */
                        statement: string;
                    };
                };
            };
        };
        responses: {
            /** @description Propose a conclusion in another text */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceProposalsConclusionsNumberWithdrawal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    digest: string;
                    /** @default null */
                    why?: string | null;
                };
            };
        };
        responses: {
            /** @description Withdraw a conclusion that one proposed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceProposalsConclusionsNumberRulings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    digest: string;
                    /** @default null */
                    why?: string | null;
                    /** @enum {string} */
                    verdict: "approve" | "reject";
                };
            };
        };
        responses: {
            /** @description Approve or reject a conclusion that somebody else proposed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceWaivers: {
        parameters: {
            query?: {
                /** @description Entries of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Number of the change set whose state is read; default: the newest. */
                at?: number | null;
                /** @description The state as it was recorded by this instant, or by the end of this day (UTC). */
                asOf?: string;
                use?: string;
                asset?: string;
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List waivers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Waiver"][];
                        /** @description `cursor` of the next page; null: this is the last. */
                        next: string | null;
                        changeSet: number;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceWaivers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    why: string;
                    proposed: {
                        /**
                         * @default waiver
                         * @enum {string}
                         */
                        kind?: "waiver";
                        /** @description The kind of finding that is waived. */
                        finding: string;
                        /** @default null */
                        use?: string | null;
                        /** @default null */
                        asset?: string | null;
                        reason: string;
                        /**
                         * Format: date
                         * @default null
                         */
                        from?: string | null;
                        /** Format: date */
                        until: string;
                    } | {
                        /**
                         * @default ended-waiver
                         * @enum {string}
                         */
                        kind?: "ended-waiver";
                        /** @description The waiver that ends before its day. */
                        waiver: string;
                    };
                };
            };
        };
        responses: {
            /** @description Record a waiver at once, where there is one user */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changeSet: number;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceProposalsWaivers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    why: string;
                    proposed: {
                        /**
                         * @default waiver
                         * @enum {string}
                         */
                        kind?: "waiver";
                        /** @description The kind of finding that is waived. */
                        finding: string;
                        /** @default null */
                        use?: string | null;
                        /** @default null */
                        asset?: string | null;
                        reason: string;
                        /**
                         * Format: date
                         * @default null
                         */
                        from?: string | null;
                        /** Format: date */
                        until: string;
                    } | {
                        /**
                         * @default ended-waiver
                         * @enum {string}
                         */
                        kind?: "ended-waiver";
                        /** @description The waiver that ends before its day. */
                        waiver: string;
                    };
                };
            };
        };
        responses: {
            /** @description Propose a waiver */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceProposalsWaiversNumberRevisions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    why: string;
                    proposed: {
                        /**
                         * @default waiver
                         * @enum {string}
                         */
                        kind?: "waiver";
                        /** @description The kind of finding that is waived. */
                        finding: string;
                        /** @default null */
                        use?: string | null;
                        /** @default null */
                        asset?: string | null;
                        reason: string;
                        /**
                         * Format: date
                         * @default null
                         */
                        from?: string | null;
                        /** Format: date */
                        until: string;
                    } | {
                        /**
                         * @default ended-waiver
                         * @enum {string}
                         */
                        kind?: "ended-waiver";
                        /** @description The waiver that ends before its day. */
                        waiver: string;
                    };
                };
            };
        };
        responses: {
            /** @description Propose a waiver in another text */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceProposalsWaiversNumberWithdrawal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    digest: string;
                    /** @default null */
                    why?: string | null;
                };
            };
        };
        responses: {
            /** @description Withdraw a waiver that one proposed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceProposalsWaiversNumberRulings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    digest: string;
                    /** @default null */
                    why?: string | null;
                    /** @enum {string} */
                    verdict: "approve" | "reject";
                };
            };
        };
        responses: {
            /** @description Approve or reject a waiver that somebody else proposed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspaces: {
        parameters: {
            query?: {
                /** @description Entries of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The workspaces that one may see */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ListedWorkspace"][];
                        /** @description `cursor` of the next page; null: this is the last. */
                        next: string | null;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspaces: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example acme */
                    id: string;
                };
            };
        };
        responses: {
            /** @description Make a workspace */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example acme */
                        id: string;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A workspace in brief */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceAssets: {
        parameters: {
            query?: {
                /** @description Entries of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Number of the change set whose state is read; default: the newest. */
                at?: number | null;
                /** @description The state as it was recorded by this instant, or by the end of this day (UTC). */
                asOf?: string;
                kind?: string;
                /** @description As it was recorded. */
                license?: string;
                placeholder?: "true" | "false";
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List assets */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Asset"][];
                        /** @description `cursor` of the next page; null: this is the last. */
                        next: string | null;
                        changeSet: number;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceDerivations: {
        parameters: {
            query?: {
                /** @description Entries of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Number of the change set whose state is read; default: the newest. */
                at?: number | null;
                /** @description The state as it was recorded by this instant, or by the end of this day (UTC). */
                asOf?: string;
                from?: string;
                to?: string;
                by?: string;
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List derivations */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Derivation"][];
                        /** @description `cursor` of the next page; null: this is the last. */
                        next: string | null;
                        changeSet: number;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceStatements: {
        parameters: {
            query?: {
                /** @description Entries of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Number of the change set whose state is read; default: the newest. */
                at?: number | null;
                /** @description The state as it was recorded by this instant, or by the end of this day (UTC). */
                asOf?: string;
                about?: string;
                what?: string;
                rung?: string;
                by?: string;
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List statements */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Statement"][];
                        /** @description `cursor` of the next page; null: this is the last. */
                        next: string | null;
                        changeSet: number;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceParties: {
        parameters: {
            query?: {
                /** @description Entries of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Number of the change set whose state is read; default: the newest. */
                at?: number | null;
                /** @description The state as it was recorded by this instant, or by the end of this day (UTC). */
                asOf?: string;
                kind?: string;
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List parties */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Party"][];
                        /** @description `cursor` of the next page; null: this is the last. */
                        next: string | null;
                        changeSet: number;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceEvents: {
        parameters: {
            query?: {
                /** @description Entries of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Number of the change set whose state is read; default: the newest. */
                at?: number | null;
                /** @description The state as it was recorded by this instant, or by the end of this day (UTC). */
                asOf?: string;
                kind?: string;
                of?: string;
                party?: string;
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LifeEvent"][];
                        /** @description `cursor` of the next page; null: this is the last. */
                        next: string | null;
                        changeSet: number;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceUses: {
        parameters: {
            query?: {
                /** @description Entries of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Number of the change set whose state is read; default: the newest. */
                at?: number | null;
                /** @description The state as it was recorded by this instant, or by the end of this day (UTC). */
                asOf?: string;
                of?: string;
                actor?: string;
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List uses */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Use"][];
                        /** @description `cursor` of the next page; null: this is the last. */
                        next: string | null;
                        changeSet: number;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceInstruments: {
        parameters: {
            query?: {
                /** @description Entries of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Number of the change set whose state is read; default: the newest. */
                at?: number | null;
                /** @description The state as it was recorded by this instant, or by the end of this day (UTC). */
                asOf?: string;
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List instruments */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: (components["schemas"]["Instrument"] & (Record<string, never> | null))[];
                        /** @description `cursor` of the next page; null: this is the last. */
                        next: string | null;
                        changeSet: number;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceAcceptances: {
        parameters: {
            query?: {
                /** @description Entries of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Number of the change set whose state is read; default: the newest. */
                at?: number | null;
                /** @description The state as it was recorded by this instant, or by the end of this day (UTC). */
                asOf?: string;
                instrument?: string;
                party?: string;
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List acceptances */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Acceptance"][];
                        /** @description `cursor` of the next page; null: this is the last. */
                        next: string | null;
                        changeSet: number;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceObservations: {
        parameters: {
            query?: {
                /** @description Entries of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Number of the change set whose state is read; default: the newest. */
                at?: number | null;
                /** @description The state as it was recorded by this instant, or by the end of this day (UTC). */
                asOf?: string;
                of?: string;
                mechanism?: string;
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List observations */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Observation"][];
                        /** @description `cursor` of the next page; null: this is the last. */
                        next: string | null;
                        changeSet: number;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceTitles: {
        parameters: {
            query?: {
                /** @description Entries of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Number of the change set whose state is read; default: the newest. */
                at?: number | null;
                /** @description The state as it was recorded by this instant, or by the end of this day (UTC). */
                asOf?: string;
                asset?: string;
                to?: string;
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List titles */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TitleRecord"][];
                        /** @description `cursor` of the next page; null: this is the last. */
                        next: string | null;
                        changeSet: number;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceClaims: {
        parameters: {
            query?: {
                /** @description Entries of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Number of the change set whose state is read; default: the newest. */
                at?: number | null;
                /** @description The state as it was recorded by this instant, or by the end of this day (UTC). */
                asOf?: string;
                asset?: string;
                by?: string;
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List claims */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Claim"][];
                        /** @description `cursor` of the next page; null: this is the last. */
                        next: string | null;
                        changeSet: number;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceAssetsId: {
        parameters: {
            query?: {
                /** @description Number of the change set whose state is read; default: the newest. */
                at?: number | null;
                /** @description The state as it was recorded by this instant, or by the end of this day (UTC). */
                asOf?: string;
            };
            header?: never;
            path: {
                workspace: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read one asset */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Asset"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceDerivationsId: {
        parameters: {
            query?: {
                /** @description Number of the change set whose state is read; default: the newest. */
                at?: number | null;
                /** @description The state as it was recorded by this instant, or by the end of this day (UTC). */
                asOf?: string;
            };
            header?: never;
            path: {
                workspace: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read one derivation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Derivation"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceStatementsId: {
        parameters: {
            query?: {
                /** @description Number of the change set whose state is read; default: the newest. */
                at?: number | null;
                /** @description The state as it was recorded by this instant, or by the end of this day (UTC). */
                asOf?: string;
            };
            header?: never;
            path: {
                workspace: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read one statement */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Statement"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspacePartiesId: {
        parameters: {
            query?: {
                /** @description Number of the change set whose state is read; default: the newest. */
                at?: number | null;
                /** @description The state as it was recorded by this instant, or by the end of this day (UTC). */
                asOf?: string;
            };
            header?: never;
            path: {
                workspace: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read one party */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Party"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceEventsId: {
        parameters: {
            query?: {
                /** @description Number of the change set whose state is read; default: the newest. */
                at?: number | null;
                /** @description The state as it was recorded by this instant, or by the end of this day (UTC). */
                asOf?: string;
            };
            header?: never;
            path: {
                workspace: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read one event */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LifeEvent"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceUsesId: {
        parameters: {
            query?: {
                /** @description Number of the change set whose state is read; default: the newest. */
                at?: number | null;
                /** @description The state as it was recorded by this instant, or by the end of this day (UTC). */
                asOf?: string;
            };
            header?: never;
            path: {
                workspace: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read one use */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Use"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceWaiversId: {
        parameters: {
            query?: {
                /** @description Number of the change set whose state is read; default: the newest. */
                at?: number | null;
                /** @description The state as it was recorded by this instant, or by the end of this day (UTC). */
                asOf?: string;
            };
            header?: never;
            path: {
                workspace: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read one waiver */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Waiver"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceInstrumentsId: {
        parameters: {
            query?: {
                /** @description Number of the change set whose state is read; default: the newest. */
                at?: number | null;
                /** @description The state as it was recorded by this instant, or by the end of this day (UTC). */
                asOf?: string;
            };
            header?: never;
            path: {
                workspace: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read one instrument */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instrument"] & (Record<string, never> | null);
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceAssetRows: {
        parameters: {
            query?: {
                /** @description Entries of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description The day for which uses are decided; default: today. A use that is still to come is decided for its own day. */
                day?: string;
                /** @description Words that are all somewhere in id, kind, version, licensor or license, in letters of any case. */
                q?: string;
                kind?: string;
                /** @description As it is read: an id of the catalogue. */
                license?: string;
                licenseClass?: "placeholder" | "license-not-recorded" | "names-no-license" | "family-only" | "name-unknown" | "terms-unknown" | "terms-not-verified" | "several-no-operator" | "terms-known";
                layer?: string;
                severity?: "cleared" | "conditional" | "unresolved" | "blocked" | "none";
                /** @description Whether anything was found of it. */
                findings?: "true" | "false";
                placeholder?: "true" | "false";
                /** @description By what; with `-` the other way around. */
                sort?: "id" | "-id" | "kind" | "-kind" | "license" | "-license" | "findings" | "-findings" | "severity" | "-severity" | "uses" | "-uses" | "results" | "-results";
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Assets with their license as it is read, and what was found of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AssetRow"][];
                        /** @description `cursor` of the next page; null: this is the last. */
                        next: string | null;
                        changeSet: number;
                        total: number;
                    };
                    "text/csv": string;
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceAssetFacets: {
        parameters: {
            query?: {
                /** @description The day for which uses are decided; default: today. A use that is still to come is decided for its own day. */
                day?: string;
                /** @description Words that are all somewhere in id, kind, version, licensor or license, in letters of any case. */
                q?: string;
                kind?: string;
                /** @description As it is read: an id of the catalogue. */
                license?: string;
                licenseClass?: "placeholder" | "license-not-recorded" | "names-no-license" | "family-only" | "name-unknown" | "terms-unknown" | "terms-not-verified" | "several-no-operator" | "terms-known";
                layer?: string;
                severity?: "cleared" | "conditional" | "unresolved" | "blocked" | "none";
                /** @description Whether anything was found of it. */
                findings?: "true" | "false";
                placeholder?: "true" | "false";
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many assets there are of each kind, license, layer and so on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changeSet: number;
                        facets: components["schemas"]["AssetFacets"];
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceAssetsIdSheet: {
        parameters: {
            query?: {
                /** @description The day for which uses are decided; default: today. A use that is still to come is decided for its own day. */
                day?: string;
            };
            header?: never;
            path: {
                workspace: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One asset with everything that is recorded and found of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssetSheet"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceAssetsIdHistory: {
        parameters: {
            query?: {
                /** @description Entries of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                workspace: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Change sets that wrote about an asset, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AssetChange"][];
                        /** @description `cursor` of the next page; null: this is the last. */
                        next: string | null;
                        total: number;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceGraph: {
        parameters: {
            query: {
                /** @description Number of the change set whose state is read; default: the newest. */
                at?: number | null;
                /** @description The state as it was recorded by this instant, or by the end of this day (UTC). */
                asOf?: string;
                /** @description A use whose answer colors what is shown. */
                use?: string;
                /** @description Date of that answer; default: the date of the use. */
                on?: string;
                asset: string;
                /** @description Steps of each side at most. */
                limit?: number;
                /** @description `next` of the sources. */
                sources?: string;
                /** @description `next` of the results. */
                results?: string;
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a thing was made of and what was made of it, one step each way */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Neighborhood"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceGraphUpstream: {
        parameters: {
            query: {
                /** @description Number of the change set whose state is read; default: the newest. */
                at?: number | null;
                /** @description The state as it was recorded by this instant, or by the end of this day (UTC). */
                asOf?: string;
                asset: string;
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many things a thing came from, itself included */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changeSet: number;
                        asset: string;
                        things: number;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceGraphPath: {
        parameters: {
            query: {
                /** @description Number of the change set whose state is read; default: the newest. */
                at?: number | null;
                /** @description The state as it was recorded by this instant, or by the end of this day (UTC). */
                asOf?: string;
                /** @description A use whose answer colors what is shown. */
                use?: string;
                /** @description Date of that answer; default: the date of the use. */
                on?: string;
                from: string;
                to: string;
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A shortest way between two things */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GraphWay"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceFindings: {
        parameters: {
            query?: {
                /** @description Entries of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description The day for which uses are decided; default: today. A use that is still to come is decided for its own day. */
                day?: string;
                about?: "records" | "rights";
                kind?: string;
                /** @description `none`: no use reaches it. */
                severity?: "blocked" | "unresolved" | "conditional" | "cleared" | "none";
                asset?: string;
                use?: string;
                waived?: "true" | "false";
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong or worth a look, worst first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Finding"][];
                        /** @description `cursor` of the next page; null: this is the last. */
                        next: string | null;
                        changeSet: number;
                        day: string;
                        counts: components["schemas"]["FindingCounts"];
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceFindingsFingerprint: {
        parameters: {
            query?: {
                /** @description The day for which uses are decided; default: today. A use that is still to come is decided for its own day. */
                day?: string;
            };
            header?: never;
            path: {
                workspace: string;
                fingerprint: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One finding */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Finding"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceReleases: {
        parameters: {
            query?: {
                /** @description Entries of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description The day for which uses are decided; default: today. A use that is still to come is decided for its own day. */
                day?: string;
                decision?: "cleared" | "conditional" | "unresolved" | "blocked";
                /** @description Part of the name of the use or of its asset, in letters of any case. */
                q?: string;
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every recorded use: what was decided, what it comes to now, and what is otherwise */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ReleaseBrief"][];
                        /** @description `cursor` of the next page; null: this is the last. */
                        next: string | null;
                        changeSet: number;
                        day: string;
                        total: number;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceReleasesUse: {
        parameters: {
            query?: {
                /** @description The day for which uses are decided; default: today. A use that is still to come is decided for its own day. */
                day?: string;
                /** @description Number of the change set whose state is read; default: the newest. */
                at?: number | null;
                /** @description The state as it was recorded by this instant, or by the end of this day (UTC). */
                asOf?: string;
            };
            header?: never;
            path: {
                workspace: string;
                use: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One recorded use, with what is otherwise than its latest recorded decision */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Release"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceObligations: {
        parameters: {
            query?: {
                /** @description Entries of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description The day for which uses are decided; default: today. A use that is still to come is decided for its own day. */
                day?: string;
                state?: "open" | "overdue" | "met" | "if";
                release?: string;
                instrument?: string;
                debtor?: string;
                object?: string;
                /** @description Due by this day: with a day of their own alone. */
                dueBy?: string;
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the releases oblige to, what is overdue first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Obligation"][];
                        /** @description `cursor` of the next page; null: this is the last. */
                        next: string | null;
                        changeSet: number;
                        day: string;
                        total: number;
                        states: {
                            open?: number;
                            overdue?: number;
                            met?: number;
                            if?: number;
                        };
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceObligationsIdFulfillments: {
        parameters: {
            query?: {
                /** @description The day for which uses are decided; default: today. A use that is still to come is decided for its own day. */
                day?: string;
            };
            header?: never;
            path: {
                workspace: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    on: string;
                    /** @description What shows it, in words, or the digest of a kept file: `sha256:…`. */
                    evidence: string;
                    why?: string;
                };
            };
        };
        responses: {
            /** @description Record that an obligation was kept, with what shows it */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changeSet: number;
                        event: string;
                        /**
                         * @description Of the obligation from now on; null: no release has it any more.
                         * @enum {string|null}
                         */
                        state: "open" | "overdue" | "met" | "if" | null;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceAgreements: {
        parameters: {
            query?: {
                /** @description Entries of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description The day for which it is told; default: today. */
                day?: string;
                state?: components["schemas"]["AgreementState"];
                /** @description Whose move it is. */
                turn?: components["schemas"]["AgreementSide"];
                party?: string;
                /** @description Its terms on the day have a clause on it. */
                topic?: string;
                asset?: string;
                /** @description Words that are all in it, in letters of any case. */
                q?: string;
                /** @description Its last day is this one or before; of what renews by itself it is the last day of the term that runs. */
                endsBy?: string;
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Agreements, as they are on a day */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Agreement"][];
                        /** @description `cursor` of the next page; null: this is the last. */
                        next: string | null;
                        day: string;
                        total: number;
                        states: {
                            draft?: number;
                            sent?: number;
                            signed?: number;
                            "past-term"?: number;
                            ended?: number;
                            withdrawn?: number;
                        };
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceAgreements: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A deal file, as `cleartitle deal check` takes it. */
                    text: string;
                    /**
                     * @default ours
                     * @enum {string}
                     */
                    side?: "ours";
                    note?: string;
                } | {
                    /** @description A deal file, as `cleartitle deal check` takes it. */
                    text: string;
                    /** @enum {string} */
                    side: "theirs";
                    on: string;
                    /** @description What shows it, in words, or the digest of a kept file: `sha256:…`. */
                    evidence?: string;
                };
            };
        };
        responses: {
            /** @description Begin an agreement with a text */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        agreement: string;
                        step: number;
                        /** @description What it made of the title records; null: nothing. */
                        changeSet: number | null;
                        /** @description What whoever recorded it should know, such as that a notice came too late and stops nothing. */
                        notes: string[];
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceAgreementsId: {
        parameters: {
            query?: {
                /** @description The day for which it is told; default: today. */
                day?: string;
            };
            header?: never;
            path: {
                workspace: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One agreement, with its steps and what may come next */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementDetail"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceAgreementObligations: {
        parameters: {
            query?: {
                /** @description The day for which it is told; default: today. */
                day?: string;
                dueBy?: string;
                /** @description Entries of a page at most. */
                limit?: number;
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Duties, days and windows of all agreements that are signed, by day */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AgreementDuty"][];
                        total: number;
                        day: string;
                        /** @description Signed agreements that the clauses of today cannot read: of their duties nothing is told. */
                        unreadable: string[];
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceAgreementsIdVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A deal file, as `cleartitle deal check` takes it. */
                    text: string;
                    /**
                     * @default ours
                     * @enum {string}
                     */
                    side?: "ours";
                    note?: string;
                } | {
                    /** @description A deal file, as `cleartitle deal check` takes it. */
                    text: string;
                    /** @enum {string} */
                    side: "theirs";
                    on: string;
                    /** @description What shows it, in words, or the digest of a kept file: `sha256:…`. */
                    evidence?: string;
                };
            };
        };
        responses: {
            /** @description Record another version: ours, or one that came from the other side */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        agreement: string;
                        step: number;
                        /** @description What it made of the title records; null: nothing. */
                        changeSet: number | null;
                        /** @description What whoever recorded it should know, such as that a notice came too late and stops nothing. */
                        notes: string[];
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceAgreementsIdSending: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    on: string;
                    /** @description What shows it, in words, or the digest of a kept file: `sha256:…`. */
                    evidence?: string;
                };
            };
        };
        responses: {
            /** @description Record that the newest version went to the other side; it is frozen */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        agreement: string;
                        step: number;
                        /** @description What it made of the title records; null: nothing. */
                        changeSet: number | null;
                        /** @description What whoever recorded it should know, such as that a notice came too late and stops nothing. */
                        notes: string[];
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceAgreementsIdWithdrawal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    on: string;
                    side: components["schemas"]["AgreementSide"];
                    why: string;
                };
            };
        };
        responses: {
            /** @description Record that one side gave it up before it was signed */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        agreement: string;
                        step: number;
                        /** @description What it made of the title records; null: nothing. */
                        changeSet: number | null;
                        /** @description What whoever recorded it should know, such as that a notice came too late and stops nothing. */
                        notes: string[];
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceAgreementsIdAmendments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description Record an amendment; it binds once both sides have signed it */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        agreement: string;
                        step: number;
                        /** @description What it made of the title records; null: nothing. */
                        changeSet: number | null;
                        /** @description What whoever recorded it should know, such as that a notice came too late and stops nothing. */
                        notes: string[];
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceAgreementsIdSignatures: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    side: components["schemas"]["AgreementSide"];
                    on: string;
                    /** @description What shows it, in words, or the digest of a kept file: `sha256:…`. */
                    evidence: string;
                    amendment?: string;
                    /** @description Of the text that was signed; default: the newest one. */
                    digest?: string;
                };
            };
        };
        responses: {
            /** @description Record the signature of one side */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        agreement: string;
                        step: number;
                        /** @description What it made of the title records; null: nothing. */
                        changeSet: number | null;
                        /** @description What whoever recorded it should know, such as that a notice came too late and stops nothing. */
                        notes: string[];
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceAgreementsIdNotices: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    on: string;
                    side: components["schemas"]["AgreementSide"];
                    /**
                     * @description What it is a notice of.
                     * @default renewal
                     * @enum {string}
                     */
                    of?: "renewal" | "breach" | "exit";
                    /** @description What shows it, in words, or the digest of a kept file: `sha256:…`. */
                    evidence?: string;
                };
            };
        };
        responses: {
            /** @description Record a notice of a side */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        agreement: string;
                        step: number;
                        /** @description What it made of the title records; null: nothing. */
                        changeSet: number | null;
                        /** @description What whoever recorded it should know, such as that a notice came too late and stops nothing. */
                        notes: string[];
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceAgreementsIdSettlements: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    on: string;
                    notice: number;
                    counts: boolean;
                    who: string;
                    why?: string;
                    /** @description What shows it, in words, or the digest of a kept file: `sha256:…`. */
                    evidence?: string;
                };
            };
        };
        responses: {
            /** @description Record whether a notice that came too late counts for the next term, and who says so */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        agreement: string;
                        step: number;
                        /** @description What it made of the title records; null: nothing. */
                        changeSet: number | null;
                        /** @description What whoever recorded it should know, such as that a notice came too late and stops nothing. */
                        notes: string[];
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceAgreementsIdRenewals: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    on: string;
                    until: string;
                };
            };
        };
        responses: {
            /** @description Record a renewal that came by itself */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        agreement: string;
                        step: number;
                        /** @description What it made of the title records; null: nothing. */
                        changeSet: number | null;
                        /** @description What whoever recorded it should know, such as that a notice came too late and stops nothing. */
                        notes: string[];
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceAgreementsIdEnd: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    on: string;
                    /** @enum {string} */
                    how: "termination" | "withdrawal";
                    side: components["schemas"]["AgreementSide"];
                    why: string;
                    /** @description What shows it, in words, or the digest of a kept file: `sha256:…`. */
                    evidence?: string;
                };
            };
        };
        responses: {
            /** @description Record that it ends before its term */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        agreement: string;
                        step: number;
                        /** @description What it made of the title records; null: nothing. */
                        changeSet: number | null;
                        /** @description What whoever recorded it should know, such as that a notice came too late and stops nothing. */
                        notes: string[];
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceAgreementsIdVersionsNumber: {
        parameters: {
            query?: {
                /** @description The day for which it is told; default: today. */
                day?: string;
            };
            header?: never;
            path: {
                workspace: string;
                id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A version: its text, its clauses with what carries them, and what does not fit together */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementVersion"] & {
                        text: string;
                        terms: components["schemas"]["AgreementTerms"];
                        findings: {
                            code: string;
                            rule: number | null;
                            severity: string;
                            topics: string[];
                            cite: string | null;
                            message: string;
                            remedy: string;
                        }[];
                        silentOn: string[];
                        problems: string[];
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceAgreementsIdComparison: {
        parameters: {
            query: {
                from: number;
                to: number;
            };
            header?: never;
            path: {
                workspace: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Two versions, clause by clause */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        from: number;
                        to: number;
                        clauses: components["schemas"]["AgreementClauseChange"][];
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceAgreementsIdEffective: {
        parameters: {
            query?: {
                /** @description The day for which it is told; default: today. */
                day?: string;
            };
            header?: never;
            path: {
                workspace: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its terms on a day, after all amendments that bind by then */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        day: string;
                        state: components["schemas"]["AgreementState"];
                        terms: components["schemas"]["AgreementTerms"];
                        /** @description What is otherwise than it was signed. */
                        changed: components["schemas"]["AgreementClauseChange"][];
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceAgreementsIdAmendmentsAmendment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                id: string;
                amendment: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The text of an amendment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        text: string;
                        from: string;
                        digest: string;
                        signedOn: string | null;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceAgreementsIdObligations: {
        parameters: {
            query?: {
                /** @description The day for which it is told; default: today. */
                day?: string;
            };
            header?: never;
            path: {
                workspace: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its duties, days and windows, by day */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        day: string;
                        items: components["schemas"]["AgreementDuty"][];
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceAgreementsIdCalendar: {
        parameters: {
            query?: {
                /** @description The day for which it is told; default: today. */
                day?: string;
            };
            header?: never;
            path: {
                workspace: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The same as a calendar */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceAgreementsIdEffect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version?: string;
                    amendment?: string;
                    /** @description The day of the signatures; default: today. */
                    on?: string;
                    /** @description Date of the answer; default: the date of the use. */
                    asOf?: string;
                    /** @description Count only what was recorded by then. */
                    knownAt?: string;
                    /**
                     * @description Where no position is taken.
                     * @enum {string}
                     */
                    profile?: "cautious" | "strict" | "permissive";
                    /**
                     * @description Uses that are decided at most.
                     * @default 100
                     */
                    most?: number;
                };
            };
        };
        responses: {
            /** @description What a text would do to every answer if both sides signed it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Impact"] & (Record<string, never> | null);
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceAgreementsIdRunbook: {
        parameters: {
            query?: {
                /** @description The first day without rights. */
                on?: string;
                /** @description How it ends on that day. */
                how?: "termination" | "withdrawal";
                /** @description Where no position is taken. */
                profile?: "cautious" | "strict" | "permissive";
                /** @description Things that are asked about at most; the others are named in `cut`. */
                most?: number;
            };
            header?: never;
            path: {
                workspace: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What its end asks for: what to stop, delete, certify, what may be kept, and what is not known */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementRunbook"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceReadings: {
        parameters: {
            query?: {
                /** @description Entries of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Which end it begins at. */
                order?: "oldest" | "newest";
                /** @description Words that are all in it, in letters of any case. */
                q?: string;
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Contracts that were read */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Reading"][];
                        /** @description `cursor` of the next page; null: this is the last. */
                        next: string | null;
                        total: number;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceReadings: {
        parameters: {
            query: {
                /** @description Name of the file. */
                name: string;
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        /** @description The document. */
        requestBody: {
            content: {
                "*/*": string;
            };
        };
        responses: {
            /** @description Read a contract that others wrote */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceReadingsNumberAgain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read a contract anew, with the weights of this program */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceReadingsNumber: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was read of a contract, and what persons said of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadingDetail"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceReadingsNumberTextBlock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                number: number;
                block: number | null;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A part of the text of a contract */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadingText"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceReadingsNumberFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A reading as the command line takes it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceReadingsNumberOpinion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ask the language model about a reading */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceReadingsNumberReviews: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    verdict: "accepted" | "rejected";
                    fields: string[];
                    /** @description Reason, kept with it. */
                    why?: string;
                } | {
                    /** @enum {string} */
                    verdict: "corrected";
                    field: string;
                    /** @description What the clause states: `US-NY`, `2026-12-01`, `P90D`, `USD 100000`, `Acme Inc. = Licensor`. */
                    values: string[];
                    /** @description Reason, kept with it. */
                    why?: string;
                };
            };
        };
        responses: {
            /** @description Accept, correct or reject fields */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        reading: number;
                        step: number;
                        fields: string[];
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceReadingsNumberClauses: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    kind: string;
                    start: number;
                    end: number;
                    /**
                     * @description What the clause states: `US-NY`, `2026-12-01`, `P90D`, `USD 100000`, `Acme Inc. = Licensor`.
                     * @default []
                     */
                    values?: string[];
                    /** @description Reason, kept with it. */
                    why?: string;
                } | {
                    kind: string;
                    quote: string;
                    /**
                     * @description What the clause states: `US-NY`, `2026-12-01`, `P90D`, `USD 100000`, `Acme Inc. = Licensor`.
                     * @default []
                     */
                    values?: string[];
                    /** @description Reason, kept with it. */
                    why?: string;
                };
            };
        };
        responses: {
            /** @description Add a clause that the program missed */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        reading: number;
                        step: number;
                        fields: string[];
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceReadingsNumberDeal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                    us?: components["schemas"]["AgreementSide"] & unknown;
                    /** @description Name of a party that was accepted, or what the document calls it; default: the one that it calls so. */
                    licensor?: string;
                    licensee?: string;
                    /** @description Day of the agreement; default: the agreement date that was accepted. */
                    written?: string;
                    /** @description What is licensed, which no reading says. */
                    assets: {
                        id: string;
                        kind: string;
                        layers: ("copyright" | "moral" | "related" | "personal-data" | "contract" | "secret" | "patent" | "personality" | "mark" | "access" | "regulation")[];
                    }[];
                };
            };
        };
        responses: {
            /** @description The deal of what was accepted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A deal file. */
                        text: string;
                        read: components["schemas"]["ReadDeal"];
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceReadingsNumberAgreement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                    us?: components["schemas"]["AgreementSide"] & unknown;
                    /** @description Name of a party that was accepted, or what the document calls it; default: the one that it calls so. */
                    licensor?: string;
                    licensee?: string;
                    /** @description Day of the agreement; default: the agreement date that was accepted. */
                    written?: string;
                    /** @description What is licensed, which no reading says. */
                    assets: {
                        id: string;
                        kind: string;
                        layers: ("copyright" | "moral" | "related" | "personal-data" | "contract" | "secret" | "patent" | "personality" | "mark" | "access" | "regulation")[];
                    }[];
                    on: string;
                };
            };
        };
        responses: {
            /** @description Begin an agreement with what was accepted */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        agreement: string;
                        step: number;
                        /** @description What it made of the title records; null: nothing. */
                        changeSet: number | null;
                        /** @description What whoever recorded it should know, such as that a notice came too late and stops nothing. */
                        notes: string[];
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspacePortfolio: {
        parameters: {
            query?: {
                /** @description The day for which it is told; default: today. */
                day?: string;
                /** @description Windows of notice that close by then are told; left out: the day itself. */
                until?: string;
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What all agreements and contracts together come to on a day */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        day: string;
                        agreements: number;
                        /** @description Findings in all. */
                        total: number;
                        /** @description How many of them are how grave. */
                        counts: {
                            conflict: number;
                            look: number;
                            open: number;
                        };
                        /** @description In how many agreements each topic was found. Not found is no word that there is nothing. */
                        coverage: {
                            topic: string;
                            found: number;
                            open: number;
                            notFound: number;
                        }[];
                        /** @description By currency; of each agreement the largest sum of a kind. Nothing is exchanged. */
                        money: {
                            /** @enum {string} */
                            what: "fee" | "minimum" | "ceiling" | "cap" | "damages" | "insurance" | "other price";
                            totals: {
                                currency: string;
                                amount: string;
                            }[];
                            agreements: number;
                            sums: number;
                        }[];
                        /** @description How many agreements are capped how far, what leaves most open first. */
                        caps: {
                            /** @enum {string} */
                            cap: "without limit" | "not found" | "open" | "relative" | "sum";
                            agreements: number;
                        }[];
                        leftOut: number;
                        /** @description Agreements of which nobody asked whether they pass on more than they were given. */
                        notAsked: number;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspacePortfolioFindings: {
        parameters: {
            query?: {
                /** @description The day for which it is told; default: today. */
                day?: string;
                /** @description Windows of notice that close by then are told; left out: the day itself. */
                until?: string;
                kind?: "family" | "inconsistent" | "exclusivity" | "most-favored" | "wider-than-in" | "law" | "transfer" | "notice-window" | "unusual";
                /** @description `open`: it could not be compared, which is no word that it fits. */
                severity?: "conflict" | "look" | "open";
                /** @description Findings that it is named in. */
                agreement?: string;
                /** @description Entries of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What does not fit within an agreement or between two, the gravest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PortfolioFinding"][];
                        /** @description `cursor` of the next page; null: this is the last. */
                        next: string | null;
                        total: number;
                        /** @description What the agreements that this page names are called. */
                        titles: {
                            agreement: string;
                            title: string;
                        }[];
                        /** @description What the other filters leave, by how grave it is. */
                        severities: {
                            /**
                             * @description `open`: it could not be compared, which is no word that it fits.
                             * @enum {string}
                             */
                            severity: "conflict" | "look" | "open";
                            findings: number;
                        }[];
                        /** @description What the other filters leave, by kind, the kind with the gravest first. */
                        kinds: {
                            /** @enum {string} */
                            kind: "family" | "inconsistent" | "exclusivity" | "most-favored" | "wider-than-in" | "law" | "transfer" | "notice-window" | "unusual";
                            findings: number;
                        }[];
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspacePortfolioAgreements: {
        parameters: {
            query?: {
                /** @description The day for which it is told; default: today. */
                day?: string;
                /** @description Windows of notice that close by then are told; left out: the day itself. */
                until?: string;
                /** @description Words that are all in it, in letters of any case. */
                q?: string;
                /** @description Of this agreement alone. */
                agreement?: string;
                /** @description Those that the finding of this id is of. */
                finding?: string;
                /** @description Entries of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Each agreement and contract as it stands on a day */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PortfolioAgreement"][];
                        /** @description `cursor` of the next page; null: this is the last. */
                        next: string | null;
                        total: number;
                        /** @description What the agreements that this page names are called. */
                        titles: {
                            agreement: string;
                            title: string;
                        }[];
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspacePortfolioDays: {
        parameters: {
            query?: {
                /** @description The day for which it is told; default: today. */
                day?: string;
                /** @description Windows of notice that close by then are told; left out: the day itself. */
                until?: string;
                /** @description Of this agreement alone. */
                agreement?: string;
                /** @description false: without the days that are past. */
                past?: "true" | "false";
                /** @description Entries of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Days of all agreements in their order, those that nobody knows last */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PortfolioDay"][];
                        /** @description `cursor` of the next page; null: this is the last. */
                        next: string | null;
                        total: number;
                        /** @description What the agreements that this page names are called. */
                        titles: {
                            agreement: string;
                            title: string;
                        }[];
                        /** @description How many there are, with those that are past. */
                        states: {
                            past: number;
                            coming: number;
                            unknown: number;
                        };
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspacePortfolioSums: {
        parameters: {
            query?: {
                /** @description The day for which it is told; default: today. */
                day?: string;
                /** @description Windows of notice that close by then are told; left out: the day itself. */
                until?: string;
                what?: "fee" | "minimum" | "ceiling" | "cap" | "damages" | "insurance" | "other price";
                /** @description Of this agreement alone. */
                agreement?: string;
                /** @description Entries of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sums of all agreements, of each the largest of a kind and currency */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PortfolioSum"][];
                        /** @description `cursor` of the next page; null: this is the last. */
                        next: string | null;
                        total: number;
                        /** @description What the agreements that this page names are called. */
                        titles: {
                            agreement: string;
                            title: string;
                        }[];
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspacePortfolioCaps: {
        parameters: {
            query?: {
                /** @description The day for which it is told; default: today. */
                day?: string;
                /** @description Windows of notice that close by then are told; left out: the day itself. */
                until?: string;
                /** @description Of this agreement alone. */
                agreement?: string;
                /** @description Entries of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Of each agreement whether what is owed is capped, what leaves most open first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PortfolioCap"][];
                        /** @description `cursor` of the next page; null: this is the last. */
                        next: string | null;
                        total: number;
                        /** @description What the agreements that this page names are called. */
                        titles: {
                            agreement: string;
                            title: string;
                        }[];
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspacePortfolioLeftOut: {
        parameters: {
            query?: {
                /** @description The day for which it is told; default: today. */
                day?: string;
                /** @description Windows of notice that close by then are told; left out: the day itself. */
                until?: string;
                /** @description Entries of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Agreements and contracts that are not in it, and why */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PortfolioLeftOut"][];
                        /** @description `cursor` of the next page; null: this is the last. */
                        next: string | null;
                        total: number;
                        /** @description What the agreements that this page names are called. */
                        titles: {
                            agreement: string;
                            title: string;
                        }[];
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspacePortfolioNotAsked: {
        parameters: {
            query?: {
                /** @description The day for which it is told; default: today. */
                day?: string;
                /** @description Windows of notice that close by then are told; left out: the day itself. */
                until?: string;
                /** @description Entries of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Agreements of which nobody asked whether they pass on more than they were given */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            agreement: string;
                        }[];
                        /** @description `cursor` of the next page; null: this is the last. */
                        next: string | null;
                        total: number;
                        /** @description What the agreements that this page names are called. */
                        titles: {
                            agreement: string;
                            title: string;
                        }[];
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceNegotiations: {
        parameters: {
            query?: {
                /** @description Entries of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                agreement?: string;
                /** @description Words that are all in it, in letters of any case. */
                q?: string;
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Negotiations */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Negotiation"][];
                        /** @description `cursor` of the next page; null: this is the last. */
                        next: string | null;
                        total: number;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceNegotiations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A negotiation file, as `cleartitle negotiate` takes it. Its `deal` is the agreement named here, and its `title-file` the records, whatever paths stand in it. */
                    text: string;
                    /**
                     * @description In whose text clauses are put: the newest version, or what binds today of a signed one.
                     * @default null
                     */
                    agreement?: string | null;
                };
            };
        };
        responses: {
            /** @description Begin a negotiation with its file */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        negotiation: string;
                        step: number;
                        session: number | null;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceNegotiationsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One negotiation: its issues, what they are worth to whom, its versions and sessions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NegotiationDetail"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceNegotiationsIdSessionsSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                id: string;
                session: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A session: what was said, whose turn it is, and what each side asked for in each issue */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NegotiationSessionDetail"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceNegotiationsIdSessionsSessionRecord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                id: string;
                session: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record of a session: a line for each move, which names the one before by its digest */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": string;
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceNegotiationsIdPackages: {
        parameters: {
            query?: {
                session?: number;
                /** @description Whose concessions are told; default: the one for whom the records are kept, else the first. */
                for?: string;
                /** @description The package from which to concede, as `issue=option,issue=option`; what is left out is as in the default: what is agreed, else what the party offered last, else the best for it. */
                from?: string;
                /** @description Combinations of clauses that are asked of the engine at most; what is left is told in `cut`. */
                most?: number;
            };
            header?: never;
            path: {
                workspace: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What both could agree on: efficient packages, the zone of agreement, the proposal, and what to concede next */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NegotiationPackages"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceNegotiationsIdSessionsSessionDeal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                id: string;
                session: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The deal with the clauses of what is agreed in a session, or was offered last */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "open" | "agreed" | "left";
                        deal?: components["schemas"]["Deal"] & (Record<string, never> | null);
                        words: {
                            [key: string]: string;
                        };
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceNegotiationsIdVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A negotiation file, as `cleartitle negotiate` takes it. Its `deal` is the agreement named here, and its `title-file` the records, whatever paths stand in it. */
                    text: string;
                    /**
                     * @description In whose text clauses are put: the newest version, or what binds today of a signed one.
                     * @default null
                     */
                    agreement?: string | null;
                };
            };
        };
        responses: {
            /** @description Record another version of the file */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        negotiation: string;
                        step: number;
                        session: number | null;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceNegotiationsIdSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Parties whose moves are made by their tactics.
                     * @default []
                     */
                    simulated?: string[];
                    /**
                     * @description The same seed, the same session.
                     * @default 1
                     */
                    seed?: number;
                    /**
                     * @description Whether the language model that whoever runs the server named speaks for the simulated side, within what its tactic allows: interests, offers and packages go to its server, and no worths.
                     * @default false
                     */
                    spoken?: boolean;
                };
            };
        };
        responses: {
            /** @description Begin a session */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        negotiation: string;
                        step: number;
                        session: number | null;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceNegotiationsIdSessionsSessionOffers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                id: string;
                session: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    by: string;
                    /** @description Option by issue. What is left out stays as this side last asked for it. */
                    settled: {
                        [key: string]: string;
                    };
                };
            };
        };
        responses: {
            /** @description Record an offer of a side */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        negotiation: string;
                        step: number;
                        session: number | null;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceNegotiationsIdSessionsSessionAcceptance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                id: string;
                session: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    by: string;
                };
            };
        };
        responses: {
            /** @description Record that a side accepts what was offered last */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        negotiation: string;
                        step: number;
                        session: number | null;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceNegotiationsIdSessionsSessionLeaving: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                id: string;
                session: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    by: string;
                };
            };
        };
        responses: {
            /** @description Record that a side leaves */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        negotiation: string;
                        step: number;
                        session: number | null;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceNegotiationsIdSessionsSessionAnswer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                id: string;
                session: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Let the simulated side whose turn it is make its move */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        negotiation: string;
                        step: number;
                        session: number | null;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceDraftsRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftBody"];
            };
        };
        responses: {
            /** @description Read a deal: its clauses in words, and what does not fit together */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadDeal"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceDraftsEffect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EffectBody"];
            };
        };
        responses: {
            /** @description What another state of a deal does to the releases */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealEffect"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceAgreementsIdVersionsNumberDocument: {
        parameters: {
            query?: {
                format?: "md" | "docx" | "pdf";
            };
            header?: never;
            path: {
                workspace: string;
                id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A version as a document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/markdown": string;
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                    "application/pdf": string;
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceDraftsDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A deal file, as YAML or JSON. */
                    deal: string;
                    /**
                     * @default docx
                     * @enum {string}
                     */
                    format?: "md" | "docx" | "pdf";
                };
            };
        };
        responses: {
            /** @description A deal as a document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/markdown": string;
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                    "application/pdf": string;
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceAgreementsIdReturned: {
        parameters: {
            query?: {
                /** @description Name of the file. */
                name?: string;
                /** @description Changes that are open in a DOCX: told beside the text, which is read without them, or made, as they are proposed. */
                changes?: "told" | "made";
                /** @description Default: the newest one. */
                version?: number;
            };
            header?: never;
            path: {
                workspace: string;
                id: string;
            };
            cookie?: never;
        };
        /** @description A DOCX, Markdown or plain text; of a PDF that was drafted here the deal inside. */
        requestBody: {
            content: {
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                "text/markdown": string;
                "text/plain": string;
                "application/pdf": string;
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Read a document that came back from the other side, beside a version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReturnedDocument"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceDraftsReturned: {
        parameters: {
            query?: {
                /** @description Name of the file. */
                name?: string;
                /** @description Changes that are open in a DOCX: told beside the text, which is read without them, or made, as they are proposed. */
                changes?: "told" | "made";
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        /** @description A DOCX, Markdown or plain text; of a PDF that was drafted here the deal inside. */
        requestBody: {
            content: {
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                "text/markdown": string;
                "text/plain": string;
                "application/pdf": string;
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Read a drafted document back to its deal */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReturnedDocument"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceAgreementsIdRedline: {
        parameters: {
            query: {
                from: number;
                to: number;
                format?: "json" | "docx";
            };
            header?: never;
            path: {
                workspace: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Two versions word by word, or as one document with tracked changes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementRedline"];
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceDraftsDeviations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A deal file, as YAML or JSON. */
                    deal: string;
                    /** @description A deal file, as YAML or JSON. */
                    before?: string;
                    /** @description A playbook, as `cleartitle diff --playbook` takes it, or `sha256:…`. */
                    playbook: string;
                };
            };
        };
        responses: {
            /** @description Where a deal is not what a playbook wants, the gravest first, and what to propose in its place */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        playbook: {
                            id: string;
                            title: string;
                            /** @enum {string} */
                            side: "licensor" | "licensee";
                        };
                        items: components["schemas"]["PlaybookDeviation"][];
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceLedger: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the ledger is, how much of it is signed, and its last head */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ledger"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceLedgerEntries: {
        parameters: {
            query?: {
                /** @description Entries of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Index of the first one. */
                from?: number | null;
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Entries of the ledger, in order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LedgerEntry"][];
                        /** @description `cursor` of the next page; null: this is the last. */
                        next: string | null;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceLedgerEntriesIndex: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                index: number | null;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One entry */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerEntry"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceLedgerEntriesIndexProof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                index: number | null;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What shows that an entry is under the last signed head */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerEntryProof"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceLedgerConsistency: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    head: string;
                };
            };
        };
        responses: {
            /** @description What shows that the ledger goes on from an earlier head */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerSinceProof"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceLedgerBundle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole ledger with its evidence, as an archive */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceDecisionsNumberMemo: {
        parameters: {
            query?: {
                /** @description Of the document. */
                format?: "markdown" | "docx" | "pdf";
            };
            header?: never;
            path: {
                workspace: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A recorded decision as a memo */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/markdown; charset=utf-8": string;
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                    "application/pdf": string;
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceUsesUseMemo: {
        parameters: {
            query?: {
                /** @description Number of the change set whose state is read; default: the newest. */
                at?: number | null;
                /** @description Of the document. */
                format?: "markdown" | "docx" | "pdf";
                /** @description Date of the answer; default: the date of the use. */
                asOf?: string;
                /** @description Where no position is taken. */
                profile?: "cautious" | "strict" | "permissive";
            };
            header?: never;
            path: {
                workspace: string;
                use: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a use comes to, as a memo */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/markdown; charset=utf-8": string;
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                    "application/pdf": string;
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceChanges: {
        parameters: {
            query?: {
                /** @description Entries of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Which end it begins at. */
                order?: "oldest" | "newest";
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The history: change sets in order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ChangeSet"][];
                        /** @description `cursor` of the next page; null: this is the last. */
                        next: string | null;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceChanges: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    changes: components["schemas"]["ChangeFile"];
                    why?: string;
                };
            };
        };
        responses: {
            /** @description Record a change set */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changeSet: number;
                        /** @description Changes, by their place, that changed nothing because it was so already. */
                        unmet: number[];
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceChangesNumber: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One change set */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeSet"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceImpact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    changes: components["schemas"]["ChangeFile"];
                    /** @description Date of the answer; default: the date of the use. */
                    asOf?: string;
                    /** @description Count only what was recorded by then. */
                    knownAt?: string;
                    /**
                     * @description Where no position is taken.
                     * @enum {string}
                     */
                    profile?: "cautious" | "strict" | "permissive";
                    /**
                     * @description Uses that are decided at most; the others are named in `cut`.
                     * @default 100
                     */
                    most?: number;
                };
            };
        };
        responses: {
            /** @description What a change set would do to every answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Impact"] & (Record<string, never> | null);
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceAsk: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskBody"];
            };
        };
        responses: {
            /** @description Ask what a use comes to */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Decision"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceAskBatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    questions: components["schemas"]["Question"][];
                    /** @description The change set whose records are asked; default: the newest. */
                    at?: number;
                };
            };
        };
        responses: {
            /** @description Ask many questions of one state of the records */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changeSet: number;
                        decisions: (components["schemas"]["Decision"] & (Record<string, never> | null))[];
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceQuestions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A use of the records. */
                    use: string;
                    /** @description Places to ask for instead of those of the use: ISO 3166 codes, or groups like EU. */
                    in?: string[];
                    /** @description Date of the answer; default: the date of the use. */
                    asOf?: string;
                    /** @description Count only what was recorded by then. */
                    knownAt?: string;
                    /**
                     * @description Where no position is taken.
                     * @enum {string}
                     */
                    profile?: "cautious" | "strict" | "permissive";
                    /** @description The change set whose records are asked; default: the newest. */
                    at?: number;
                    /**
                     * @description Questions that are told at most.
                     * @default 20
                     */
                    most?: number;
                    /**
                     * @description Decide again with each possible answer, and put first what settles most.
                     * @default false
                     */
                    effects?: boolean;
                    /**
                     * @description Times that the use is decided again at most.
                     * @default 60
                     */
                    budget?: number;
                };
            };
        };
        responses: {
            /** @description What has to be answered before a use can be decided */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inquiry"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceAnswers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A use of the records. */
                    use: string;
                    answers: string[];
                    /** @description Of parties: when it was so, like 2026-01-01/2026-06-30. */
                    during?: string;
                };
            };
        };
        responses: {
            /** @description Record answers to questions */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changeSet: number;
                        /** @description What became of each answer, in words. */
                        notes: string[];
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceAskDescribed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskDescribedBody"];
            };
        };
        responses: {
            /** @description Ask what a use would come to that is not recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Decision"] & (Record<string, never> | null);
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceQuestionsDescribed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuestionsDescribedBody"];
            };
        };
        responses: {
            /** @description What has to be answered before a use that is not recorded can be decided */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inquiry"] & (Record<string, never> | null);
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceOutline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OutlineBody"];
            };
        };
        responses: {
            /** @description Ask what a use comes to, told of one thing of each kind */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outline"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceOutlineDescribed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OutlineDescribedBody"];
            };
        };
        responses: {
            /** @description The same of a use that is not recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outline"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceDecisions: {
        parameters: {
            query?: {
                /** @description Entries of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List recorded decisions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RecordedDecision"][];
                        /** @description `cursor` of the next page; null: this is the last. */
                        next: string | null;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceDecisions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A use of the records. */
                    use: string;
                    /** @description Places to ask for instead of those of the use: ISO 3166 codes, or groups like EU. */
                    in?: string[];
                    /** @description Date of the answer; default: the date of the use. */
                    asOf?: string;
                    /** @description Count only what was recorded by then. */
                    knownAt?: string;
                    /**
                     * @description Where no position is taken.
                     * @enum {string}
                     */
                    profile?: "cautious" | "strict" | "permissive";
                    /** @description The change set whose records are asked; default: the newest. */
                    at?: number;
                    why?: string;
                };
            };
        };
        responses: {
            /** @description Decide a use, and record the decision */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedDecision"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceDecisionsNumber: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A recorded decision in brief */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedDecision"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceDecisionsNumberDecision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The decision as it was recorded, to the byte */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Decision"] & (Record<string, never> | null);
                };
            };
            /** @description It is what `If-None-Match` names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceDecisionsNumberProof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The proof of a recorded decision, with every node */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proof"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceDecisionsNumberReplay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Decide a recorded decision again, and compare the bytes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: number;
                        /** @enum {boolean} */
                        same: true;
                        decision: string;
                        /**
                         * @description The catalogue that decided again: the one that decides now, or an earlier one that was kept.
                         * @enum {string}
                         */
                        by: "here" | "kept";
                        /** @description Version of the engine that it was recorded by, and of the one that decided again. */
                        engine: {
                            recorded: string;
                            here: string;
                        };
                        /** @description What the catalogue that decides now makes of a decision of an earlier one, in words. */
                        today: string | null;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceEvidence: {
        parameters: {
            query?: {
                /** @description Entries of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List files by digest */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["EvidenceFile"][];
                        /** @description `cursor` of the next page; null: this is the last. */
                        next: string | null;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceEvidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        /** @description The bytes of the file. */
        requestBody: {
            content: {
                "*/*": string;
            };
        };
        responses: {
            /** @description Keep a file */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sha256: string;
                        bytes: number;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceEvidenceSha256: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                sha256: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes of a file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description It is what `If-None-Match` names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceExportsFormat: {
        parameters: {
            query?: {
                /** @description Number of the change set whose state is read; default: the newest. */
                at?: number | null;
                /** @description The state as it was recorded by this instant, or by the end of this day (UTC). */
                asOf?: string;
                /** @description The chain of title of this asset alone. */
                of?: string;
                /** @description A use whose answer goes along. */
                use?: string;
                /** @description Carry the title file too: for documents that stay in the house. */
                whole?: "true" | "false";
            };
            header?: never;
            path: {
                workspace: string;
                format: "title" | "prov" | "cyclonedx" | "spdx-3" | "card" | "croissant" | "openlineage";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The records as a document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/yaml": string;
                    "application/json": string;
                    "text/markdown": string;
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceRuns: {
        parameters: {
            query?: {
                /** @description Entries of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                state?: "waiting" | "working" | "done" | "dead" | "cancelled";
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List long work */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Run"][];
                        /** @description `cursor` of the next page; null: this is the last. */
                        next: string | null;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceRunsNumber: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How far long work is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceRunsNumberEvents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What happens to long work, as it happens */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceRunsNumberCancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description End long work */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceRunsNumberAgain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take up again what failed */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceRunsAsk: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LongAsk"];
            };
        };
        responses: {
            /** @description Ask many questions, or of every use, in a run */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceRunsCheck: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LongCheck"];
            };
        };
        responses: {
            /** @description Every use of the records through the gate, with all findings, in a run */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceRunsImpact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LongImpact"];
            };
        };
        responses: {
            /** @description What a change set would do to every answer, in a run */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceRunsNumberAnswers: {
        parameters: {
            query?: {
                /** @description Answers of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                workspace: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a run has answered so far */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: ((components["schemas"]["Decision"] & (Record<string, never> | null)) | components["schemas"]["ImpactEntry"] | {
                            use: components["schemas"]["CheckedUse"];
                        } | {
                            finding: components["schemas"]["CheckedFinding"];
                        } | null)[];
                        next: string | null;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceImportsFile: {
        parameters: {
            query: {
                /** @description Name of the file, by which formats are recognized and statements cite it. */
                name: string;
                /** @description Read as this format alone; left out: recognized. */
                format?: "hugging-face-card" | "provenance-collection" | "supply-chain" | "dvc" | "mlflow" | "spdx-2" | "spdx-3" | "cyclonedx" | "croissant" | "scancode" | "openlineage" | "atlas" | "wandb" | "prov" | "weights" | "c2pa" | "generated-image" | "image-metadata" | "manifest" | "ecosystem-graphs" | "provenance-standard" | "corpus";
                /** @description Natural persons whom files name: left out, told apart without their names, or recorded. */
                persons?: "drop" | "hash" | "keep";
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        /** @description The file. */
        requestBody: {
            content: {
                "*/*": string;
            };
        };
        responses: {
            /** @description Import a file, or a folder as an archive */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceImportsServer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "hugging-face" | "mlflow" | "wandb" | "marquez" | "atlas";
                    /**
                     * Format: uri
                     * @description Of the public network, or one that an administrator allowed.
                     */
                    address: string;
                    /**
                     * @description What to ask for; none: all.
                     * @default []
                     */
                    names?: string[];
                    /**
                     * @description Read as this format alone; left out: recognized.
                     * @enum {string}
                     */
                    format?: "hugging-face-card" | "provenance-collection" | "supply-chain" | "dvc" | "mlflow" | "spdx-2" | "spdx-3" | "cyclonedx" | "croissant" | "scancode" | "openlineage" | "atlas" | "wandb" | "prov" | "weights" | "c2pa" | "generated-image" | "image-metadata" | "manifest" | "ecosystem-graphs" | "provenance-standard" | "corpus";
                    /**
                     * @description Natural persons whom files name: left out, told apart without their names, or recorded.
                     * @default drop
                     * @enum {string}
                     */
                    persons?: "drop" | "hash" | "keep";
                };
            };
        };
        responses: {
            /** @description Import what a server answers */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceImports: {
        parameters: {
            query?: {
                /** @description Entries of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Which end it begins at. */
                order?: "oldest" | "newest";
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was imported, by the change set that it became */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Import"][];
                        /** @description `cursor` of the next page; null: this is the last. */
                        next: string | null;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceNotices: {
        parameters: {
            query?: {
                /** @description Entries of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Which end it begins at. */
                order?: "oldest" | "newest";
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What time has brought, as it was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Notice"][];
                        /** @description `cursor` of the next page; null: this is the last. */
                        next: string | null;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceReviews: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Look now what time has brought, and not only once a day */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspacesWorkspaceSubscriptions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How one is told; of who says it for others, how everybody is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Subscription"][];
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceSubscriptions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    person?: string;
                    /** @enum {string} */
                    channel: "webhook" | "mail";
                    address: string;
                    /** @default null */
                    kinds?: ("term-ends" | "obligation-due" | "waiver-ends" | "evidence-stale" | "decision-changes" | "law-review" | "law-ahead" | "law-pending")[] | null;
                };
            };
        };
        responses: {
            /** @description Have somebody told by a webhook or by mail */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeSubscription"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceSubscriptionsNumberSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Change the secret of a webhook */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeSubscription"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteWorkspacesWorkspaceSubscriptionsNumber: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description End a subscription, or a calendar */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceCalendars: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default null */
                    kinds?: ("term-ends" | "obligation-due" | "waiver-ends" | "evidence-stale" | "decision-changes" | "law-review" | "law-ahead" | "law-pending")[] | null;
                };
            };
        };
        responses: {
            /** @description Make an address under which one's days are a calendar */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeCalendar"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCalendarsOfNumberSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                of: string;
                number: number;
                secret: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Days of a workspace as a calendar, for whoever has its address */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description It is what `If-None-Match` names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCatalogue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Which catalogue decides, by its digests */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        digests: {
                            catalogue: string;
                            taxonomies: string;
                            groups: string;
                        };
                        /** @description The day on which a record of it was reviewed last. */
                        reviewed: string | null;
                        instruments: number;
                        laws: number;
                        positions: number;
                    };
                };
            };
            /** @description It is what `If-None-Match` names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCatalogueNames: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What ids of the catalogue are called, and where its texts are read */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueNames"];
                };
            };
            /** @description It is what `If-None-Match` names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCatalogueInstruments: {
        parameters: {
            query?: {
                /** @description Entries of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                verified?: "primary" | "secondary" | "partial" | "memory" | "unverified";
                /** @description Part of the id or the title, in letters of any case. */
                contains?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List instruments of the catalogue */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CatalogueRecord"][];
                        /** @description `cursor` of the next page; null: this is the last. */
                        next: string | null;
                    };
                };
            };
            /** @description It is what `If-None-Match` names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCatalogueInstrumentsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One of the instruments */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueText"];
                };
            };
            /** @description It is what `If-None-Match` names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCatalogueInstrumentsIdWords: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One of the instruments in plain words */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueWords"];
                };
            };
            /** @description It is what `If-None-Match` names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCatalogueLaws: {
        parameters: {
            query?: {
                /** @description Entries of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                verified?: "primary" | "secondary" | "partial" | "memory" | "unverified";
                /** @description Part of the id or the title, in letters of any case. */
                contains?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List laws of the catalogue */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CatalogueRecord"][];
                        /** @description `cursor` of the next page; null: this is the last. */
                        next: string | null;
                    };
                };
            };
            /** @description It is what `If-None-Match` names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCatalogueLawsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One of the laws */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueText"];
                };
            };
            /** @description It is what `If-None-Match` names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCatalogueLawsIdWords: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One of the laws in plain words */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueWords"];
                };
            };
            /** @description It is what `If-None-Match` names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCataloguePositions: {
        parameters: {
            query?: {
                /** @description Entries of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                verified?: "primary" | "secondary" | "partial" | "memory" | "unverified";
                /** @description Part of the id or the title, in letters of any case. */
                contains?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List positions of the catalogue */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CatalogueRecord"][];
                        /** @description `cursor` of the next page; null: this is the last. */
                        next: string | null;
                    };
                };
            };
            /** @description It is what `If-None-Match` names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCataloguePositionsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One of the positions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueText"];
                };
            };
            /** @description It is what `If-None-Match` names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCataloguePositionsIdWords: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One of the positions in plain words */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueWords"];
                };
            };
            /** @description It is what `If-None-Match` names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCatalogueCompare: {
        parameters: {
            query: {
                before: string;
                after: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What two texts say otherwise, and for whom */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        before: string;
                        after: string;
                        changes: components["schemas"]["TextChange"][];
                    };
                };
            };
            /** @description It is what `If-None-Match` names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCatalogueCalendar: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Law that begins, ends or is announced, and records to be reviewed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CalendarEntry"][];
                    };
                };
            };
            /** @description It is what `If-None-Match` names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCatalogueClauses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Topics of an agreement, in their order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ClauseTopicBrief"][];
                        digest: string;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCatalogueClausesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One topic: its fields, and the clause in three versions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClauseTopic"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCatalogueTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Kinds of agreements that a draft may begin with */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TemplateBrief"][];
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCatalogueTemplatesId: {
        parameters: {
            query?: {
                /** @description The side from which all topics are taken that no answer speaks of; default: as the template proposes. */
                position?: "licensor" | "neutral" | "licensee";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One kind of agreement: its topics under their headings, and its questions with why each matters */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementTemplate"];
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkspacesWorkspaceDraftsFromTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    template: string;
                    answers: components["schemas"]["TemplateAnswers"];
                };
            };
        };
        responses: {
            /** @description A deal of a template with answers to its questions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadDeal"] & {
                        /** @description The deal as a deal file. */
                        text: string;
                    };
                };
            };
            /** @description What is wrong, and what to do about it. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
