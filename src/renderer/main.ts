import { mount } from 'svelte';
import App from './App.svelte';
import { AppState } from './state/app.svelte.js';
import './theme.css';

const app = new AppState();
// Ask before the first paint: the answers come while the frame is drawn.
void app.start();
mount(App, { target: document.body, props: { app } });
